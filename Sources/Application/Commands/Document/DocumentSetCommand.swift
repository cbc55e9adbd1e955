// `countersign document set`: header fields, or those of one line.

import ArgumentParser

struct DocumentSetCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set fields of a document, or of one of its lines.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions
  @OptionGroup var kind: TypeOption

  @Option(help: ArgumentHelp("The line whose fields are set, from 1.", valueName: "n"))
  var line: Int?

  @Option(help: ArgumentHelp("Only if the document is still at this revision.", valueName: "n"))
  var revision: Int?

  @Argument(help: "The document: ER-000012, or your own id.")
  var document: String

  @Argument(help: "Fields: purpose=\"Visit Aarhus\"; nothing behind = clears one.")
  var fields: [String]

  func run(_ context: CommandContext) throws -> ExitStatus {
    let assignments = try fields.map { try FieldAssignment($0) }
    let session = try context.openSession()
    let editing = try DocumentEditing(document, revision: revision, session: session)
    return try editing.save(
      saying: { "Saved \($0.id)." },
      changing: { try editing.set(assignments, line: line, in: &$0) })
  }
}
