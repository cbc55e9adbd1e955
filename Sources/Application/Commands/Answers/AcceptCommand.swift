// `countersign accept`: takes tasks over from the others who were asked.

import ApplicationRuntime
import ArgumentParser

struct AcceptCommand: AnswerCommand {
  static let action = Action.accept
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Take tasks over from the others who were asked.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "Work items (W-000031), or documents on which exactly one waits for you.")
  var items: [String]
}
