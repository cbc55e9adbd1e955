// Proofs of what every page offers: going about, lists, what lies over a page.

import InterfaceTestKit
import Screen
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

extension ActionProof {
  static let all =
    general + lists + movement + documents + answers + system + workflows + typing
    + forms

  private static func goes(
    _ name: ActionName, _ page: PageKind, _ off: Off = .never
  ) -> ActionProof {
    ActionProof(
      name: name, contexts: PageKind.verbs, off: off,
      did: { robot, _ in robot.interface.page.kind == page && robot.interface.pages.count == 1 })
  }

  static let general: [ActionProof] = [
    goes(.inbox, .inbox), goes(.reports, .reports), goes(.queue, .queue), goes(.system, .system),
    goes(.instances, .instances, .others), goes(.workflows, .workflows),
    goes(.notifications, .notifications), goes(.people, .people),
    goes(.statistics, .statistics, .others), goes(.messages, .messages),
    ActionProof(
      name: .escape, contexts: PageKind.verbs,
      before: { try $0.take(.notice("It is locked.", isError: true)) },
      did: { robot, before in
        !before.toasts.isEmpty && robot.interface.toasts.isEmpty
          && robot.interface.pages.count == before.pages.count
      }),
    ActionProof(
      name: .back, contexts: PageKind.verbs,
      did: { robot, before in
        before.pages.count > 1
          ? robot.interface.pages.count == before.pages.count - 1 : robot.hasQuit
      }),
    ActionProof(name: .quit, contexts: PageKind.verbs, did: { robot, _ in robot.hasQuit }),
    ActionProof(
      name: .interrupt, contexts: PageKind.verbs.union([.edit]),
      did: { robot, _ in robot.hasQuit }),
    ActionProof(
      name: .undo, contexts: PageKind.verbs,
      before: { robot in
        try robot.change { state in
          state.takeBacks = [
            TakeBack(items: [WorkItemID(9)], action: .approve, until: .seconds(5))
          ]
          return []
        }
      }, off: .after(.typical, because: "") { _ in },
      did: { robot, _ in robot.effects.requests.map(\.action) == [.undo] }),
    ActionProof(
      name: .hold, contexts: PageKind.verbs,
      did: { robot, _ in robot.interface.isHeld && robot.text.contains("held") }),
    ActionProof(
      name: .person, contexts: PageKind.verbs,
      did: { robot, _ in robot.text.contains("Act as") && robot.text.contains("Carol Dahl") }),
    ActionProof(
      name: .colleagues, contexts: PageKind.verbs,
      did: { robot, _ in
        robot.effects.contains { if case .colleagues = $0 { true } else { false } }
      }),
    ActionProof(
      name: .palette, contexts: PageKind.verbs.union([.edit]),
      did: { robot, _ in
        if case .palette = robot.interface.overlay { true } else { false }
      }),
    ActionProof(
      name: .help, contexts: PageKind.verbs.union([.edit]),
      did: { robot, _ in if case .help = robot.interface.overlay { true } else { false } }),
    ActionProof(
      name: .mouse, contexts: PageKind.verbs.union([.edit]),
      did: { robot, _ in !robot.interface.setup.usesMouse && robot.text.contains(":mouse") }),
    ActionProof(
      name: .readAgain, contexts: PageKind.verbs,
      did: { robot, _ in robot.effects.readings.contains(.overview) }),
    ActionProof(
      name: .redraw, contexts: Set(PageKind.allCases),
      did: { robot, _ in
        robot.effects.contains { if case .redraw = $0 { true } else { false } }
      }),
    ActionProof(
      name: .suspend, contexts: Set(PageKind.allCases),
      did: { robot, _ in
        robot.effects.contains { if case .suspend = $0 { true } else { false } }
      }),
    ActionProof(
      name: .copyID, contexts: PageKind.verbs.subtracting(noID),
      off: .after(.empty, because: "nothing is selected") { robot in
        try robot.change { state in
          // Without a list there is always an object.
          state.page = .inbox(InboxPage())
          return []
        }
      },
      did: { robot, _ in
        robot.effects.contains { if case .copy = $0 { true } else { false } }
          && robot.text.contains("Copied ")
      }),
    ActionProof(
      name: .copyID, contexts: noID, off: .always(because: "nothing is selected")),
    ActionProof(
      name: .flip, contexts: aboutDocuments.union([.system]),
      before: { if $0.interface.page.kind == .reports { try $0.press("j") } },
      off: .after(.empty, because: "") { robot in
        try robot.change { state in
          state.page = .inbox(InboxPage())
          return []
        }
      },
      did: { robot, before in
        robot.interface.page.kind != before.page.kind && robot.interface.pages.count > 1
      }),
    ActionProof(
      name: .explain, contexts: aboutDocuments.union([.system, .simulation]),
      off: .after(.empty, because: "nothing is selected") { robot in
        try robot.change { state in
          state.page = .inbox(InboxPage())
          return []
        }
      }, did: { robot, _ in robot.text.contains("Why: ") }),
    ActionProof(
      name: .flip, contexts: PageKind.withoutDocuments.union([.simulation]),
      off: .always(because: "not submitted")),
    ActionProof(
      name: .explain, contexts: PageKind.withoutDocuments, off: .always(because: "")),
  ]

  private static let noID: Set<PageKind> = [.preferences]
  private static let aboutDocuments = PageKind.verbs.subtracting(PageKind.withoutDocuments)
    .subtracting([.system, .simulation])

  static let lists: [ActionProof] = [
    ActionProof(
      name: .filter, contexts: PageKind.filtered,
      did: { robot, _ in robot.interface.keyContext == .filter }),
    ActionProof(
      name: .savedFilters, contexts: PageKind.filtered,
      did: { robot, _ in robot.interface.keyContext == .chooser || robot.effects.isEmpty }),
    ActionProof(
      name: .sort, contexts: PageKind.lists,
      did: { robot, _ in robot.interface.keyContext == .chooser }),
    ActionProof(
      name: .reverseSort, contexts: PageKind.lists,
      did: { robot, before in
        let (list, former) = (robot.interface.page.list, before.page.list)
        return list?.sort != former?.sort || list?.visible.first?.id != former?.visible.first?.id
      }),
    ActionProof(
      name: .mark, contexts: PageKind.marked,
      did: { robot, _ in robot.interface.page.list?.marks.count == 1 }),
    ActionProof(
      name: .markAll, contexts: PageKind.marked,
      did: { robot, _ in
        robot.interface.page.list?.marks.count == robot.interface.page.list?.visible.count
      }),
    ActionProof(
      name: .export, contexts: PageKind.lists,
      did: { robot, _ in robot.interface.dialog?.title.contains("xport") == true }),
    ActionProof(
      name: .export, contexts: PageKind.verbs.subtracting(PageKind.lists),
      off: .always(because: "there is no list here")),
  ]
}
