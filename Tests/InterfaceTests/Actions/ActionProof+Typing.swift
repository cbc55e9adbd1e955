// Proofs of the keys where one types: EDIT, dialogs, lists to choose from, texts, the filter.

import InterfaceTestKit
import Screen
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

extension ActionProof {
  /// Any of a context's keys that changes the picture and leaves one where one is.
  static func changes(
    _ name: ActionName, _ contexts: Set<PageKind>, after keys: String = "",
    did: @escaping @Sendable (Robot, InterfaceState) -> Bool = { _, _ in true }
  ) -> ActionProof {
    ActionProof(
      name: name, contexts: contexts, before: { try $0.press(keys) },
      did: { robot, before in
        robot.frame != before.render(size: before.size, glyphs: .unicode) && did(robot, before)
      })
  }

  /// The overlay or the dialog is gone, the page is as it was.
  static func closes(
    _ name: ActionName, _ contexts: Set<PageKind>, after keys: String = ""
  ) -> ActionProof {
    changes(name, contexts, after: keys) { robot, before in
      robot.interface.keyContext == before.page.kind
    }
  }

  private static let inEdit: Set<PageKind> = [.edit]

  static let typing: [ActionProof] = edit + over + texts

  private static let edit: [ActionProof] = [
    changes(.nextCell, inEdit), changes(.previousCell, inEdit), changes(.open, inEdit),
    changes(.newLine, inEdit, after: "Up Up"), changes(.cutLine, inEdit, after: "Up Up"),
    changes(.undoEdit, inEdit, after: "Up Up ^X"), changes(.asAbove, inEdit, after: "Up Up Tab"),
    changes(.receipt, inEdit, after: "Up"), changes(.editInside, inEdit, after: "Up Tab Tab"),
    changes(.up, inEdit), changes(.down, inEdit, after: "Up Up"),
    changes(.pageUp, inEdit), changes(.pageDown, inEdit, after: "PgUp"),
    changes(.left, inEdit, after: "Up Tab Tab"), changes(.right, inEdit, after: "Up Tab Tab"),
    changes(.first, inEdit, after: "Up Tab Tab"), changes(.last, inEdit, after: "Up"),
    ActionProof(
      name: .externalEditor, contexts: inEdit, before: { try $0.press("Up Tab Tab") },
      did: { robot, _ in robot.effects.edits.count == 1 }),
    ActionProof(
      name: .editingDone, contexts: inEdit,
      did: { robot, _ in robot.interface.page.kind == .document }),
    ActionProof(
      name: .escape, contexts: inEdit,
      did: { robot, _ in robot.interface.page.kind == .document }),
  ]

  private static let over: [ActionProof] = [
    changes(.nextCell, [.dialog, .buttons]), changes(.previousCell, [.dialog, .buttons]),
    changes(.nextCell, [.chooser], after: "Esc : r e"), changes(.open, [.dialog]),
    closes(.open, [.buttons], after: "Tab"),
    ActionProof(
      name: .externalEditor, contexts: [.dialog],
      did: { robot, _ in robot.effects.edits.map(\.text) == ["ab"] }),
    ActionProof(
      name: .confirm, contexts: [.buttons],
      did: { robot, _ in robot.effects.requests.map(\.action) == [.approve, .approve] }),
    changes(.left, [.buttons], after: "Right"), changes(.right, [.buttons]),
    closes(.escape, [.buttons, .chooser, .reading, .filter]),
    ActionProof(
      // A text that was written is not lost by one key.
      name: .escape, contexts: [.dialog], before: { try $0.press("Esc") },
      did: { robot, before in before.dialog != nil && robot.interface.dialog == nil }),
    closes(.open, [.chooser, .filter]),
    changes(.removeChoice, [.chooser]), changes(.pageDown, [.chooser]),
    changes(.pageUp, [.chooser], after: "PgDn"),
    ActionProof(
      name: .help, contexts: [.chooser],
      before: { robot in
        try robot.press("Esc ?")
      }, did: { robot, _ in robot.interface.overlay == nil }),
    scrolls(.down, after: ""), scrolls(.up, after: "j"), scrolls(.pageDown, after: ""),
    scrolls(.pageUp, after: "PgDn"),
    ActionProof(
      name: .flip, contexts: [.reading],
      did: { robot, _ in robot.interface.page.kind == .instance }),
    closes(.explain, [.reading]),
    changes(.older, [.filter]), changes(.newer, [.filter], after: "^P ^P"),
  ]

  /// In a text that is longer than the screen is high.
  private static func scrolls(_ name: ActionName, after keys: String) -> ActionProof {
    ActionProof(
      name: name, contexts: [.reading],
      before: { robot in
        try robot.resize(columns: 60, rows: 15)
        try robot.press(keys)
      },
      did: { robot, before in
        robot.frame != before.render(size: before.size, glyphs: .unicode)
          && robot.interface.keyContext == .reading
      })
  }

  private static let lines: Set<PageKind> = [.dialog, .chooser, .filter]

  private static let texts: [ActionProof] = [
    changes(.up, [.chooser], after: "Down"), changes(.down, [.chooser]),
    changes(.up, [.dialog], after: "Enter c"), changes(.down, [.dialog], after: "Enter c Up"),
    changes(.up, [.filter], after: "Backspace Backspace Backspace Down"),
    changes(.down, [.filter], after: "Backspace Backspace Backspace"),
    moves(.left, lines, after: "x y"), moves(.right, lines, after: "x y Left"),
    moves(.first, lines.union([.files]), after: "x y"),
    moves(.last, lines.union([.files]), after: "x y Home"),
    changes(.deleteBack, PageKind.typing, after: "x y"),
    changes(.deleteForward, PageKind.typing, after: "x y Left"),
    changes(.clearCell, PageKind.typing, after: "x y"),
    changes(.deleteWord, PageKind.typing, after: "x y"),
  ]

  /// The cursor goes elsewhere.
  private static func moves(
    _ name: ActionName, _ contexts: Set<PageKind>, after keys: String
  ) -> ActionProof {
    ActionProof(
      name: name, contexts: contexts, before: { try $0.press(keys) },
      did: { robot, before in
        robot.frame.cursor != before.render(size: before.size, glyphs: .unicode).cursor
      })
  }
}
