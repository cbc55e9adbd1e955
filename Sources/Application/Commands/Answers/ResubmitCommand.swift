// `countersign resubmit`: hands a document in again that came back.

import ApplicationRuntime
import ArgumentParser

struct ResubmitCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "resubmit", abstract: "Submit a document again that came back.")

  @OptionGroup var options: SharedOptions

  @Argument(help: "The document: ER-000012, or your own id.")
  var document: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    return try ActionSequence(session: session).run(on: [document]) { document in
      ActionRequest(
        .resubmit, .document(try session.documentID(document)), comment: options.comment,
        key: options.key)
    }
  }
}
