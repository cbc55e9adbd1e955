// The keys of what lies over a page: dialogs, lists to choose from, texts to read, the filter.

import ApplicationRuntime
import Screen

extension ActionTable {
  static let inputActions: [PageAction] =
    dialogActions + chooserActions + readingActions + filterActions + calendarActions + fileActions
    + textActions

  private static let dialogActions: [PageAction] = [
    input(
      .nextCell, "Tab", "next field", "Goes to the next field or button.", [.dialog, .buttons]),
    input(
      .previousCell, "S-Tab", "field before", "Goes to the field or button before.",
      [.dialog, .buttons]),
    input(
      .open, "Enter", "go on", "Goes on to the next field; in a long text a new line.", [.dialog]),
    input(.externalEditor, "^E", "$EDITOR", "Opens the field's text in $EDITOR.", [.dialog]),
    input(.calendar, "^K", "calendar", "Chooses a date in the calendar.", [.dialog]),
    input(.open, "Enter", "press", "Presses the button.", [.buttons]),
    input(.confirm, "y", "confirm", "Does what the dialog asks.", [.buttons]),
    input(.left, "Left Up", "left", "Goes to the button before.", [.buttons]),
    input(.right, "Right Down", "right", "Goes to the next button.", [.buttons]),
    input(.escape, "Esc ^C n", "back", "Closes the dialog; nothing is done.", [.buttons]),
    input(.escape, "Esc ^C", "back", "Closes the dialog; nothing is done.", [.dialog]),
  ]

  private static let chooserActions: [PageAction] = [
    input(.open, "Enter", "take", "Takes the selected one.", [.chooser]),
    input(
      .nextCell, "Tab", "complete", "Completes what is typed to the selected one.", [.chooser]),
    input(
      .removeChoice, "^X", "remove", "Removes the selected one, where that can be.", [.chooser]),
    input(.pageUp, "PgUp", "page up", "Goes up ten rows.", [.chooser]),
    input(.pageDown, "PgDn", "page down", "Goes down ten rows.", [.chooser]),
    input(.help, "F1", "close", "Closes the help.", [.chooser]),
    input(.escape, "Esc ^C", "close", "Closes the list.", [.chooser]),
  ]

  private static let readingActions: [PageAction] = [
    input(.up, "Up k", "up", "Scrolls up.", [.reading]),
    input(.down, "Down j", "down", "Scrolls down.", [.reading]),
    input(.pageUp, "PgUp ^U", "page up", "Scrolls up ten lines.", [.reading]),
    input(.pageDown, "PgDn ^D Space", "page down", "Scrolls down ten lines.", [.reading]),
    input(.flip, "v", "flow", "Goes to the flow of what is told of.", [.reading]),
    input(.explain, "w", "close", "Closes the reasons.", [.reading]),
    input(.escape, "Esc ^C q Enter", "close", "Closes the text.", [.reading]),
  ]

  private static let filterActions: [PageAction] = [
    input(
      .open, "Enter", "keep the filter", "Keeps the filter and goes back to the list.", [.filter]),
    input(.escape, "Esc ^C", "no filter", "Takes the filter away.", [.filter]),
    input(.older, "^P", "used before", "Brings a filter back that was used before.", [.filter]),
    input(.newer, "^N", "used after", "Goes on to the filter that was used after it.", [.filter]),
  ]

  private static let calendarActions: [PageAction] = [
    input(.left, "Left h", "day before", "Goes to the day before.", [.calendar]),
    input(.right, "Right l", "next day", "Goes to the next day.", [.calendar]),
    input(.up, "Up k", "week before", "Goes to the same day a week before.", [.calendar]),
    input(.down, "Down j", "next week", "Goes to the same day a week later.", [.calendar]),
    input(.pageUp, "PgUp [", "month before", "Goes to the month before.", [.calendar]),
    input(.pageDown, "PgDn ]", "next month", "Goes to the next month.", [.calendar]),
    input(.first, "Home g", "first day", "Goes to the first day of the month.", [.calendar]),
    input(.last, "End G", "last day", "Goes to the last day of the month.", [.calendar]),
    input(.today, "t", "today", "Goes to today.", [.calendar]),
    input(.open, "Enter Space", "take", "Takes the day.", [.calendar]),
    input(.escape, "Esc ^C q ^K", "leave", "Leaves the date as it is.", [.calendar]),
  ]

  private static let fileActions: [PageAction] = [
    input(.open, "Enter", "take", "Goes into the folder, or takes the file.", [.files]),
    input(.nextCell, "Tab", "into", "Goes into the folder, or completes the name.", [.files]),
    input(
      .left, "Left", "up", "Goes to the folder above; in what is typed to the left.", [.files]),
    input(
      .right, "Right", "into", "Goes into the folder; in what is typed to the right.", [.files]),
    input(.pageUp, "PgUp", "page up", "Goes up ten rows.", [.files]),
    input(.pageDown, "PgDn", "page down", "Goes down ten rows.", [.files]),
    input(.hiddenFiles, "^T", "hidden", "Shows hidden files too, or hides them again.", [.files]),
    input(.escape, "Esc ^C", "leave", "Takes no file.", [.files]),
  ]

  /// What works wherever a line is typed.
  private static let textActions: [PageAction] = [
    input(
      .up, "Up", "up", "Goes up: a line, a row, a choice.",
      [.dialog, .chooser, .filter, .files]),
    input(
      .down, "Down", "down", "Goes down: a line, a row, a choice.",
      [.dialog, .chooser, .filter, .files]),
    input(.left, "Left", "left", "Goes one character to the left.", [.dialog, .chooser, .filter]),
    input(
      .right, "Right", "right", "Goes one character to the right.", [.dialog, .chooser, .filter]),
    input(
      .first, "Home", "start", "Goes to the start of the text.",
      [.dialog, .chooser, .filter, .files]),
    input(
      .last, "End", "end", "Goes to the end of the text.",
      [.dialog, .chooser, .filter, .files]),
    input(
      .deleteBack, "Backspace", "delete",
      "Deletes the character before the cursor; in a folder goes up.", PageKind.typing),
    input(
      .deleteForward, "Del", "delete at", "Deletes the character at the cursor.", PageKind.typing),
    input(.clearCell, "^U", "clear", "Clears the text, or the cell.", PageKind.typing),
    input(
      .deleteWord, "^W", "delete word", "Deletes the word before the cursor.", PageKind.typing),
  ]

  static func input(
    _ name: ActionName, _ keys: String, _ label: String, _ help: String,
    _ contexts: Set<PageKind>
  ) -> PageAction {
    PageAction(name, keys, label, help, in: contexts) { $0.performInput(name) }
  }
}
