// `countersign complete`: a task is done.

import ApplicationRuntime
import ArgumentParser

struct CompleteCommand: AnswerCommand {
  static let action = Action.complete
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: "Complete tasks.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "Work items (W-000031), or documents on which exactly one waits for you.")
  var items: [String]
}
