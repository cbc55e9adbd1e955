// `countersign document attach`: receipts for a line, kept beside the store.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct DocumentAttachCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "attach", abstract: "Attach receipts to a line of a document.",
    discussion: """
      A copy of each file is kept under its hash in the folder STORE.files, and the line names it. \
      `document export --receipts FOLDER` brings them back.
      """)

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions
  @OptionGroup var kind: TypeOption

  @Option(help: ArgumentHelp("The line, from 1; without it the only one.", valueName: "n"))
  var line: Int?

  @Option(help: ArgumentHelp("Only if the document is still at this revision.", valueName: "n"))
  var revision: Int?

  @Argument(help: "The document: ER-000012, or your own id.")
  var document: String

  @Argument(help: "The files, of 32 MiB at most each.")
  var files: [String]

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let editing = try DocumentEditing(document, revision: revision, session: session)
    guard let field = editing.schema.lineFields.first(where: \.namesFiles) else {
      throw EngineError(.usage, "The lines of \(editing.id) have no field for receipts.")
    }
    let content = try session.engine.document(editing.id, as: try session.actor).document.content
    guard let line = line ?? (content.lines.count == 1 ? 1 : nil) else {
      throw EngineError(.usage, "Say which line with --line.")
    }
    _ = try DocumentChanges.index(of: line, in: content, editing.id)
    let folder = KeptFiles(of: session.location)
    let kept = try files.map { Value.text(try folder.keep($0).description) }
    let what = Words.count(kept.count, "receipt")
    return try editing.save(
      saying: { "Attached \(what) to line \(line) of \($0.id)." },
      changing: { content in
        let index = try DocumentChanges.index(of: line, in: content, editing.id)
        let before = content.lines[index][field.name].list ?? []
        let new = kept.enumerated().filter { position, value in
          !before.contains(value) && !kept[..<position].contains(value)
        }
        content.lines[index][field.name] = .list(before + new.map(\.element))
      })
  }
}

extension Field {
  /// Whether it lists files.
  var namesFiles: Bool {
    guard case .list = type else { return false }
    return name == "receipts" || name == "receipt"
  }
}
