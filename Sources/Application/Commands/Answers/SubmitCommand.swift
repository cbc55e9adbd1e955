// `countersign submit`: the originator hands a document in.

import ApplicationRuntime
import ArgumentParser

struct SubmitCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Submit a draft.")

  @OptionGroup var options: SharedOptions

  @Argument(help: "The document: ER-000012, or your own id.")
  var document: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    return try ActionSequence(session: session).run(on: [document]) { document in
      ActionRequest(
        .submit, .document(try session.documentID(document)), comment: options.comment,
        key: options.key)
    }
  }
}
