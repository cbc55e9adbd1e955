// Proofs of what lies over a form: the calendar, a folder, items, receipts.

import InterfaceTestKit
import Screen
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

extension ActionProof {
  static let forms: [ActionProof] = over + calendar + folder

  private static let over: [ActionProof] = [
    changes(.itemize, [.edit], after: "Up"), changes(.calendar, [.edit]),
    ActionProof(
      name: .calendar, contexts: [.dialog],
      before: { robot in
        try robot.press("Esc Esc 8 n Tab Tab")
      },
      did: { robot, _ in robot.interface.keyContext == .calendar }),
    ActionProof(
      name: .receipt, contexts: [.document],
      off: .after(.empty, because: "no line has a receipt") { _ in },
      did: { robot, _ in robot.interface.keyContext == .chooser }),
  ]

  private static let inCalendar: Set<PageKind> = [.calendar]

  private static let calendar: [ActionProof] = [
    changes(.left, inCalendar), changes(.right, inCalendar), changes(.up, inCalendar),
    changes(.down, inCalendar), changes(.pageUp, inCalendar), changes(.pageDown, inCalendar),
    changes(.first, inCalendar), changes(.last, inCalendar),
    changes(.today, inCalendar, after: "PgDn"), closesForm(.open, inCalendar),
    closesForm(.escape, inCalendar),
  ]

  private static let inFolder: Set<PageKind> = [.files]

  private static let folder: [ActionProof] = [
    changes(.up, inFolder, after: "Down"), changes(.down, inFolder),
    changes(.pageUp, inFolder, after: "PgDn"), changes(.pageDown, inFolder),
    changes(.hiddenFiles, inFolder), reads(.open), reads(.nextCell), reads(.left), reads(.right),
    closesForm(.escape, inFolder),
  ]

  /// Back to the form.
  private static func closesForm(_ name: ActionName, _ contexts: Set<PageKind>) -> ActionProof {
    changes(name, contexts) { robot, _ in robot.interface.keyContext == .edit }
  }

  /// Another folder is read.
  private static func reads(_ name: ActionName) -> ActionProof {
    ActionProof(
      name: name, contexts: inFolder,
      did: { robot, _ in
        robot.effects.readings.contains { if case .folder = $0 { true } else { false } }
      })
  }
}
