// Something that is about to be deleted: `u` keeps it.

import Workflow
import WorkflowRuntime

/// A draft, or a standing delegation, that goes at the end of the undo window.
package struct PendingDeletion: Hashable, Sendable {
  package enum Object: Hashable, Sendable {
    case document(DocumentID)
    /// By its number.
    case delegation(Int64)
  }

  package let object: Object
  /// What it is called: `ER-000021 Train to Odense`.
  package let title: String
  /// By the time the program runs.
  package let at: Duration

  var document: DocumentID? { if case .document(let id) = object { id } else { nil } }
  var delegation: Int64? { if case .delegation(let number) = object { number } else { nil } }

  func effect(as actor: Actor) -> Effect {
    switch object {
    case .document(let id): .delete(id, as: actor)
    case .delegation(let number): .removeDelegation(number, as: actor)
    }
  }
}
