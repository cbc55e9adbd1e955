// `countersign comment`: words in the history of a document.

import ApplicationRuntime
import ArgumentParser

struct CommentCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "comment", abstract: "Add a comment to a document's history.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "The document: ER-000012, or your own id.")
  var document: String

  @Argument(help: "The comment.")
  var text: [String] = []

  func run(_ context: CommandContext) throws -> ExitStatus {
    let words = text.isEmpty ? options.comment ?? "" : text.joined(separator: " ")
    guard !words.isBlank else { throw EngineError(.usage, "The comment is missing.") }
    let session = try context.openSession()
    return try ActionSequence(session: session).run(on: [document]) { document in
      ActionRequest(
        .comment, .document(try session.documentID(document)), comment: words, key: options.key)
    }
  }
}
