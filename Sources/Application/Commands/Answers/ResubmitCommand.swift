// `countersign resubmit`: hands a document in again that came back.

import ArgumentParser

struct ResubmitCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "resubmit", abstract: "Submit a document again that came back.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "The document: ER-000012, or your own id.")
  var document: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    try ActionSequence(session: try context.openSession()).run(.resubmit, onDocument: document)
  }
}
