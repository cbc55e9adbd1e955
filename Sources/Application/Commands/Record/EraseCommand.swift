// `countersign erase`: personal content goes, the record of what happened stays.

import ApplicationRuntime
import ArgumentParser
import Workflow
import WorkflowRuntime

struct EraseCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Erase what was said: comments, details, values read.",
    discussion: """
      Ids of people and all hashes stay, and an entry that says who erased and why; verify still \
      passes. The fields of documents are not changed: they are what was approved. Their receipts \
      go, those of a person with all their documents, unless another document names them too. \
      Archives and backups are files of their own and keep what they hold.
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
    let (receipts, kept) = try eraseReceipts(scope, because: reason, by: actor, session)
    try session.output.write(ErasureObject(result: result, receipts: receipts))
    let left = max(result.openDocuments, kept)
    if left > 0 {
      try session.output.note(
        "\(Words.count(left, "document")) under way were left; erase again when "
          + "their workflows have ended.")
      return .someFailed
    }
    return .done
  }

  /// Takes the receipts away that only documents of the scope name; who did it, and why, is in the
  /// history before they are gone.
  private func eraseReceipts(
    _ scope: ErasureScope, because reason: String, by actor: Actor, _ session: Session
  ) throws -> (erased: Int, documentsUnderWay: Int) {
    let folder = KeptFiles(of: session.location)
    guard folder.exists else { return (0, 0) }
    var erased: Set<String> = []
    let (files, underWay) = try session.engine.filesErased(with: scope)
    for (document, files) in files.sorted(by: { $0.key < $1.key }) {
      let there = files.filter(folder.has)
      guard !there.isEmpty else { continue }
      try session.engine.noteErasedFiles(
        there.count, of: document, because: reason, by: actor)
      erased.formUnion(there.map(\.hash))
    }
    try folder.remove(erased.sorted())
    return (erased.count, underWay)
  }
}
