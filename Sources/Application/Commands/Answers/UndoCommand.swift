// `countersign undo`: takes answers back while their undo window is open.

import ApplicationRuntime
import ArgumentParser

struct UndoCommand: AnswerCommand {
  static let action = Action.undo
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take answers back while their undo window is open.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "Work items (W-000031), or documents on which exactly one waits for you.")
  var items: [String]
}
