// `countersign document show`: a document with its lines and what its rules say.

import ArgumentParser

struct DocumentShowCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a document with its lines.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions
  @OptionGroup var kind: TypeOption

  @Argument(help: "The document: ER-000012, or your own id.")
  var document: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    try session.output.write(try session.documentObject(try session.documentID(document)))
    return .done
  }
}
