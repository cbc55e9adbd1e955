// `countersign explain`: why a document is where it is, and what a person may do with it.

import ArgumentParser

struct ExplainCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Why a document is where it is, who is waited for, and what you may do.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "The document: ER-000012, or your own id.")
  var document: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let explanation = try session.engine.explain(
      try session.documentID(document), as: try session.actor)
    try session.output.write(ExplanationObject(explanation))
    return .done
  }
}
