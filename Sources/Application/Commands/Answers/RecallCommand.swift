// `countersign recall`: the originator takes a document back.

import ApplicationRuntime
import ArgumentParser

struct RecallCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "recall", abstract: "Take a submitted document back.")

  @OptionGroup var options: SharedOptions

  @Argument(help: "The document: ER-000012, or your own id.")
  var document: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    return try ActionSequence(session: session).run(on: [document]) { document in
      ActionRequest(
        .recall, .document(try session.documentID(document)), comment: options.comment,
        key: options.key)
    }
  }
}
