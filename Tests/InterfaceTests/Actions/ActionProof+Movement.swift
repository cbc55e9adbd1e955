// Proofs of the keys that move: the picture changes, and comes back by the way that leads back.

import InterfaceTestKit
import Screen
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

extension ActionProof {
  /// Small, so that there is something to scroll on every page.
  private static func small(_ keys: String) -> Steps {
    { robot in
      try robot.resize(columns: 60, rows: 15)
      try robot.press(keys)
    }
  }

  private static func moves(
    _ name: ActionName, _ contexts: Set<PageKind> = PageKind.verbs, after keys: String = "",
    content: Scene.Content = .full
  ) -> ActionProof {
    ActionProof(
      name: name, contexts: contexts, content: content, before: small(keys),
      did: { robot, before in
        robot.frame != before.render(size: before.size, glyphs: .unicode)
          && robot.interface.page.kind == before.page.kind
      })
  }

  static let movement: [ActionProof] = [
    moves(.down), moves(.up, after: "j"),
    // The ends of a long list are read first (`LongListTests`).
    moves(.last, PageKind.verbs.subtracting(PageKind.long)),
    moves(.first, PageKind.verbs.subtracting(PageKind.long), after: "G"),
    moves(.last, PageKind.long, content: .typical),
    moves(.first, PageKind.long, after: "G", content: .typical),
    moves(.pageDown), moves(.pageUp, after: "PgDn"), moves(.halfPageDown),
    moves(.halfPageUp, after: "^D"),
    moves(.nextPane, PageKind.panes.union([.workflow, .instance, .system])),
    moves(.previousPane, PageKind.panes.union([.workflow, .instance, .system])),
    moves(.right, [.system, .preferences]), moves(.left, [.system, .preferences], after: "l"),
    moves(.workflowAfter, [.statistics]), moves(.workflowBefore, [.statistics], after: "l"),
    moves(.periodAfter, [.statistics]), moves(.periodBefore, [.statistics]),
    moves(.right, [.workflow, .simulation, .instance], after: "j j"),
    moves(.left, [.workflow, .instance], after: "j j l"),
    moves(.left, [.simulation], after: "l l"),
    ActionProof(
      name: .open, contexts: PageKind.lists.subtracting([.workflows]),
      off: .after(.empty, because: "nothing is selected") { _ in },
      did: { robot, before in
        robot.interface.pages.count == before.pages.count + 1 || robot.interface.overlay != nil
      }),
    ActionProof(
      name: .open, contexts: [.workflows],
      off: .after(.empty, because: "nothing is selected") { _ in },
      did: { robot, _ in robot.interface.page.kind == .workflow }),
    ActionProof(
      name: .open, contexts: [.system],
      did: { robot, before in robot.interface.page.kind != before.page.kind }),
    ActionProof(
      name: .open, contexts: [.preferences], off: .readOnly,
      did: { robot, _ in
        robot.effects.contains { if case .setNotifications = $0 { true } else { false } }
      }),
    ActionProof(
      name: .open, contexts: [.workflow], before: { try $0.press("Tab") },
      off: .after(.empty, because: "") { _ in },
      did: { robot, _ in robot.effects.edits.first?.line == 12 }),
    ActionProof(
      name: .open, contexts: [.instance], content: .full, before: { try $0.press("Tab j") },
      off: .after(.empty, because: "") { _ in },
      did: { robot, before in robot.interface.pages.count == before.pages.count + 1 }),
  ]
}

extension PageKind {
  /// Those with lists of which only a window is read.
  fileprivate static let long: Set<PageKind> = [
    .inbox, .reports, .queue, .instances, .notifications,
  ]
}
