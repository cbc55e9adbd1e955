// The keys of EDIT mode. The editor takes them; the table lets help and palette know them.

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
      .asAbove, "^D", "as above", "Takes the value of the line above; so does \" alone.", footer: 12
    ),
    editing(.receipt, "^T", "receipt", "Attaches a receipt to the line.", footer: 13),
    editing(.newLine, "^N", "line", "Begins a new line.", footer: 14),
    editing(.cutLine, "^X", "cut", "Cuts the line out; ^G brings it back.", footer: 15),
    editing(.editingDone, "^S", "done", "Ends editing; everything is saved already.", footer: 16),
    editing(.externalEditor, "^E", "$EDITOR", "Opens the cell's text in $EDITOR."),
    editing(.clearCell, "^U", "clear", "Clears the cell."),
    editing(.deleteWord, "^W", "delete word", "Deletes the word before the cursor."),
    editing(.undoEdit, "^G", "undo", "Undoes the last change."),
    editing(.escape, "Esc", "back", "Closes the completion, then the cell, then ends editing."),
    editing(.palette, "^P", "palette", "Runs any action by its name."),
    editing(.help, "F1", "help", "Lists the keys of this mode.", footer: 99),
  ]

  private static func editing(
    _ name: ActionName, _ key: String, _ label: String, _ help: String, footer: Int? = nil
  ) -> PageAction {
    let pressed = Key(key) ?? .escape
    return PageAction(name, key, label, help, in: [.edit], footer: footer) {
      $0.handleInEditor(.key(pressed))
    }
  }
}
