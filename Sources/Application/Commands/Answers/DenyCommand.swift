// `countersign deny`: ends elements as denied, where the type allows it.

import ApplicationRuntime
import ArgumentParser

struct DenyCommand: AnswerCommand {
  static let action = Action.deny
  static let configuration = CommandConfiguration(
    commandName: "deny", abstract: "Deny, where the type allows it.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "Work items (W-000031), or documents on which exactly one waits for you.")
  var items: [String]
}
