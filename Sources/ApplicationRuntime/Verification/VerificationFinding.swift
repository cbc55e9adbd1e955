// One thing that is wrong with the record.

import Workflow
import WorkflowRuntime

/// What `verify` found, with the place in the record.
public struct VerificationFinding: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// An entry that must be there is not.
    case missing
    /// An entry was changed, put elsewhere, or appended behind the back of the engine.
    case changed
    /// An entry that no commit of the engine added.
    case unchained
    /// A link of the store's chain is missing or was changed.
    case brokenChain
    /// The saved state of an instance is not what its history says.
    case state
    /// Words were taken away, and nothing says who did it and why.
    case unexplainedErasure
    /// It cannot be read at all.
    case unreadable
    /// The head that was kept elsewhere is not in the chain.
    case headNotFound
  }

  public let kind: Kind
  /// What is wrong, in a sentence.
  public let message: String
  /// The history entry, or the link of the chain for a finding about that.
  public let sequence: Int64?
  public let document: DocumentID?
  public let instance: InstanceID?

  public init(
    _ kind: Kind, _ message: String, sequence: Int64? = nil, document: DocumentID? = nil,
    instance: InstanceID? = nil
  ) {
    self.kind = kind
    self.message = message
    self.sequence = sequence
    self.document = document
    self.instance = instance
  }
}
