// Changing a document without a revision: what others change meanwhile stays.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension Session {
  /// So often others may be first before it is given up.
  private static let mostTries = 32

  /// Saves a change of a document.
  ///
  /// - Parameters:
  ///   - revision: the one that the caller saw; another one is a conflict. Without it the change is
  ///     made again on what somebody else saved meanwhile, unless both changed the same part.
  ///   - change: makes the change; may be called several times, each time with what is saved then.
  func edit(
    _ id: DocumentID, revision: Int? = nil, by actor: Actor,
    _ change: (inout DocumentContent) throws -> Void
  ) throws -> Document {
    var base = try engine.document(id, as: actor).document
    if let revision, revision != base.revision {
      throw EngineError(.conflict, "\(id) is at revision \(base.revision) by now, not \(revision).")
    }
    var tries = 1
    while true {
      var content = base.content
      try change(&content)
      do {
        return try engine.editDocument(
          id, revision: base.revision, content: content, by: actor)
      } catch let error as EngineError {
        guard error.code == .conflict, revision == nil, tries < Self.mostTries else { throw error }
        let newer = try engine.document(id, as: actor).document
        let overlap = DocumentMerge(
          base: base.content, mine: content, theirs: newer.content
        ).overlap
        guard overlap.isEmpty else {
          throw EngineError(
            .conflict,
            "\(id) was changed meanwhile, in \(overlap.joined(separator: ", ")) too; it is at "
              + "revision \(newer.revision) now.")
        }
        base = newer
        tries += 1
      }
    }
  }
}
