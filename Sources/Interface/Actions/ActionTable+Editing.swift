// The keys of EDIT mode.

import ApplicationRuntime
import Screen

extension ActionTable {
  static let editingActions: [PageAction] = [
    editing(
      .nextCell, "Tab", "cell", "Takes the completion and goes to the next cell.", footer: 10),
    editing(.previousCell, "S-Tab", "cell before", "Goes to the cell before."),
    editing(
      .open, "Enter", "next",
      "Takes the cell; leaves a complete line, else goes to what is missing.",
      footer: 11),
    editing(
      .asAbove, "^D", "above", "Takes the value of the line above; so does \" alone.", footer: 16
    ),
    editing(
      .receipt, "^T", "receipt", "Attaches a receipt to the line, or shows those that it has.",
      footer: 12),
    editing(.itemize, "^O", "itemize", "Divides the amount of the line into items.", footer: 17),
    editing(.calendar, "^K F4", "calendar", "Chooses a date in the calendar.", footer: 18),
    editing(.newLine, "^N", "line", "Begins a new line.", footer: 14),
    editing(.cutLine, "^X", "cut", "Cuts the line out; ^G brings it back.", footer: 15),
    editing(.editingDone, "^S", "done", "Ends editing; everything is saved already.", footer: 13),
    editing(.externalEditor, "^E", "$EDITOR", "Opens the cell's text in $EDITOR."),
    editing(.undoEdit, "^G", "undo", "Undoes the last change."),
    editing(.escape, "Esc", "back", "Closes the completion, then the cell, then ends editing."),
    editing(.palette, "^P", "palette", "Runs any action by its name."),
    editing(.help, "F1", "help", "Lists the keys of this mode.", footer: 99),
    editing(.editInside, "F2", "edit inside", "Edits inside the cell instead of replacing it."),
    editing(.up, "Up", "up", "Goes to the same cell one line up, or up in the completion."),
    editing(
      .down, "Down", "down", "Goes to the same cell one line down, or down in the completion."),
    editing(.pageUp, "PgUp", "page up", "Goes up ten lines."),
    editing(.pageDown, "PgDn", "page down", "Goes down ten lines."),
    editing(.left, "Left", "left", "Goes to the cell before; inside a cell to the left."),
    editing(.right, "Right", "right", "Edits inside the cell, or takes the completion."),
    editing(.first, "Home", "first cell", "Goes to the first cell of the line, or of the text."),
    editing(.last, "End", "last cell", "Goes to the last cell of the line, or of the text."),
  ]

  private static func editing(
    _ name: ActionName, _ key: String, _ label: String, _ help: String, footer: Int? = nil
  ) -> PageAction {
    PageAction(name, key, label, help, in: [.edit], footer: footer) {
      $0.performInEditor(name)
    }
  }
}
