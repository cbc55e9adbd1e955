// `countersign choose`: picks one of the named outcomes of a choice or a task.

import ApplicationRuntime
import ArgumentParser

struct ChooseCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "choose", abstract: "Pick one of the outcomes that a choice or a task offers.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "The work item (W-000031), or a document on which exactly one waits for you.")
  var item: String

  @Argument(help: "The outcome's name.")
  var outcome: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    _ = try session.actingPerson()
    return try ActionSequence(session: session).run(on: [item]) { item in
      ActionRequest(
        .choose, try session.target(item), comment: options.comment, choice: outcome,
        undoWindow: options.undoWindow?.duration ?? .zero, key: options.key)
    }
  }
}
