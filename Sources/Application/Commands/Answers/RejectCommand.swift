// `countersign reject`: sends documents back to their originators, with a comment.

import ApplicationRuntime
import ArgumentParser

struct RejectCommand: AnswerCommand {
  static let action = Action.reject
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Send documents back to their originators; needs a comment.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "Work items (W-000031), or documents on which exactly one waits for you.")
  var items: [String]
}
