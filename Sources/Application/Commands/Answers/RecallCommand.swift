// `countersign recall`: the originator takes a document back.

import ArgumentParser

struct RecallCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "recall", abstract: "Take a submitted document back.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "The document: ER-000012, or your own id.")
  var document: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    try ActionSequence(session: try context.openSession()).run(.recall, onDocument: document)
  }
}
