// `countersign release`: gives accepted tasks back to all who were asked.

import ApplicationRuntime
import ArgumentParser

struct ReleaseCommand: AnswerCommand {
  static let action = Action.release
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Give accepted tasks back to all who were asked.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "Work items (W-000031), or documents on which exactly one waits for you.")
  var items: [String]
}
