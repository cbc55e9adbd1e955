// `countersign approve`: an approver says yes.

import ApplicationRuntime
import ArgumentParser

struct ApproveCommand: AnswerCommand {
  static let action = Action.approve
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Approve work items.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "Work items (W-000031), or documents on which exactly one waits for you.")
  var items: [String]
}
