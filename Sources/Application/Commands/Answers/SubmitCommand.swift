// `countersign submit`: the originator hands a document in.

import ArgumentParser

struct SubmitCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Submit a draft.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "The document: ER-000012, or your own id.")
  var document: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    try ActionSequence(session: try context.openSession()).run(.submit, onDocument: document)
  }
}
