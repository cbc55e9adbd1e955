// `countersign document add-line`: a line more.

import ArgumentParser

struct DocumentAddLineCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "add-line", abstract: "Add a line to a document.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions
  @OptionGroup var kind: TypeOption

  @Option(help: ArgumentHelp("Only if the document is still at this revision.", valueName: "n"))
  var revision: Int?

  @Argument(help: "The document: ER-000012, or your own id.")
  var document: String

  @Argument(help: "Fields: date=2026-03-01 category=meals merchant=Cafe amount=\"12.50 EUR\"")
  var fields: [String]

  func run(_ context: CommandContext) throws -> ExitStatus {
    let assignments = try fields.map { try FieldAssignment($0) }
    let session = try context.openSession()
    let editing = try DocumentEditing(document, revision: revision, session: session)
    return try editing.save(
      saying: { "Added line \($0.content.lines.count) to \($0.id)." },
      changing: { try editing.addLine(assignments, to: &$0) })
  }
}
