// `countersign erase`: personal content goes, the record of what happened stays.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct EraseCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Erase what was said: comments, details, values read.",
    discussion: """
      Ids of people and all hashes stay, and an entry that says who erased and why; verify still \
      passes. The fields of documents are not changed: they are what was approved. Archives and \
      backups are files of their own and keep what they hold.
      """)

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "The document: ER-000012, or your own id.")
  var document: String?

  @Option(
    help: ArgumentHelp("What this person said, in every document.", valueName: "person"))
  var person: String?

  func run(_ context: CommandContext) throws -> ExitStatus {
    guard (document == nil) != (person == nil) else {
      throw EngineError(.usage, "Name a document, or a person with --person.")
    }
    guard let reason = options.comment, !reason.isBlank else {
      throw EngineError(.usage, "erase needs --comment that says why.")
    }
    let session = try context.openSession()
    let actor = try session.actingPerson()
    let scope: ErasureScope
    let what: String
    if let document {
      let id = try session.documentID(document)
      scope = .document(id)
      what = "what was said and read in the history of \(id)"
    } else {
      let id = PersonID(person ?? "")
      scope = .person(id)
      what = "what \(session.engine.personName(id)) said, in every document"
    }
    try context.confirm("Erase \(what)? This cannot be undone.")
    let result = try session.engine.erase(scope, because: reason, by: actor)
    // What was erased is not left in the journal.
    try session.engine.store.checkpoint()
    try session.output.write(ErasureObject(result: result))
    if result.openDocuments > 0 {
      try session.output.note(
        "\(Words.count(result.openDocuments, "document")) under way were left; erase again when "
          + "their workflows have ended.")
      return .someFailed
    }
    return .done
  }
}
