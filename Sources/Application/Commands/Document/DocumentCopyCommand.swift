// `countersign document copy`: a new draft with the content of another document.

import ArgumentParser

struct DocumentCopyCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "copy", abstract: "Make a draft with the content of another document.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions
  @OptionGroup var kind: TypeOption

  @Option(help: ArgumentHelp("Your own id for it; the store numbers it else.", valueName: "id"))
  var id: String?

  @Argument(help: "The document: ER-000012, or your own id.")
  var document: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let copy = try DocumentChanges(session: session, actor: try session.actingPerson())
      .copy(try session.documentID(document), as: try id.map { try ItemArgument.document($0) })
    return try session.writeDocument(copy.document, saying: copy.message)
  }
}
