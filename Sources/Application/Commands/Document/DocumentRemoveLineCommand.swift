// `countersign document remove-line`: a line less.

import ArgumentParser

struct DocumentRemoveLineCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "remove-line", abstract: "Remove a line of a document.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions
  @OptionGroup var kind: TypeOption

  @Option(help: ArgumentHelp("Only if the document is still at this revision.", valueName: "n"))
  var revision: Int?

  @Argument(help: "The document: ER-000012, or your own id.")
  var document: String

  @Argument(help: "The number of the line, from 1.")
  var line: Int

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let editing = try DocumentEditing(document, revision: revision, session: session)
    return try editing.save(
      saying: { "Removed line \(line) of \($0.id)." },
      changing: { content in
        content.lines.remove(at: try DocumentChanges.index(of: line, in: content, editing.id))
      })
  }
}
