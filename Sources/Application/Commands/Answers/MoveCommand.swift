// `countersign move`: items go from one work item queue to another.

import ApplicationRuntime
import ArgumentParser

struct MoveCommand: AnswerCommand {
  static let action = Action.move
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Move work items to another queue.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Option(name: .customLong("to"), help: ArgumentHelp("Where they go.", valueName: "queue"))
  var target: String

  @Argument(help: "Work items (W-000031), or documents with exactly one in a queue.")
  var items: [String]

  var queue: String? { target }
}
