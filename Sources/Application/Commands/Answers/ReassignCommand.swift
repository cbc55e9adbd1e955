// `countersign reassign`: an administrator gives items to somebody else, orphaned ones too.

import ApplicationRuntime
import ArgumentParser

struct ReassignCommand: AnswerCommand {
  static let action = Action.reassign
  static let configuration = CommandConfiguration(
    commandName: "reassign", abstract: "Give open work items to somebody else, for administrators.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Option(name: .customLong("to"), help: ArgumentHelp("Who gets them.", valueName: "person"))
  var person: String

  @Argument(help: "Work items (W-000031), or documents with exactly one open.")
  var items: [String]

  var to: String? { person }
}
