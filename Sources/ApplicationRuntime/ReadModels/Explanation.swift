// Why a document is where it is, for one person.

import Workflow
import WorkflowRuntime

/// Why a document is where it is, for one person (SPEC 7, `explain`).
public struct Explanation: Sendable {
  public struct Waiting: Hashable, Sendable {
    public let item: WorkItem
    /// The names of those who can act on it.
    public let people: [String]
  }

  public let document: DocumentRow
  public let person: PersonID
  /// Where it stands, in a sentence.
  public let standing: String
  public let waiting: [Waiting]
  public let actions: [ActionAvailability]
  public let next: [String]
  /// The error, when its instance is stopped.
  public let error: String?
  /// What else it waits for, one sentence each: a paused batch job, an answer that can still be
  /// taken back, somebody who mends an error.
  public internal(set) var hindrances: [String] = []
}
