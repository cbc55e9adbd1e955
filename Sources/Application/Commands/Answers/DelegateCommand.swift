// `countersign delegate`: somebody else acts for the one who was asked.

import ApplicationRuntime
import ArgumentParser

struct DelegateCommand: AnswerCommand {
  static let action = Action.delegate
  static let configuration = CommandConfiguration(
    commandName: "delegate", abstract: "Give your work items to somebody who acts for you.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Option(name: .customLong("to"), help: ArgumentHelp("Who acts for you.", valueName: "person"))
  var person: String

  @Argument(help: "Work items (W-000031), or documents on which exactly one waits for you.")
  var items: [String]

  var to: String? { person }
}
