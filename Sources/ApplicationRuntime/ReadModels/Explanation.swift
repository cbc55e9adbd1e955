// Why a document is where it is, for one person.

import Workflow
import WorkflowRuntime

/// Why a document is where it is, for one person (SPEC 7, `explain`).
public struct Explanation: Sendable {
  public struct Waiting: Hashable, Sendable {
    public let item: WorkItem
    /// The names of those who can act on it.
    public let people: [String]
    /// Whose answer it counts as, where that is somebody else.
    public internal(set) var actsFor: String?
    /// The title of the queue that it lies in.
    public internal(set) var queue: String?
    /// Why nobody can answer it now although it is open.
    public internal(set) var hold: String?
    /// What is left of its time, which stands still while it is on hold.
    public internal(set) var left: TimeLeft?
  }

  /// A line or sub instance that the document waits for.
  public struct Child: Hashable, Sendable {
    public let element: ElementPath
    /// The number of the line, from 1; nil for a related document.
    public let line: Int?
    public let workflow: WorkflowID
    public let instance: InstanceID?
    /// How it ended; nil while it runs.
    public let outcome: ElementOutcome?
    /// The names of those who are asked in it.
    public let people: [String]
    /// Why it is stopped; the document waits for it until somebody mends it.
    public let error: String?
  }

  /// A limit or a reminder that comes when nobody answers before.
  public struct Timer: Hashable, Sendable {
    /// When; where the time stands still, when it would come if it went on now.
    public let at: Timestamp
    /// "the manager step is due".
    public let words: String
    /// What is left until then, where the time stands still because the document was sent back.
    public internal(set) var left: TimeLeft?
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
  public internal(set) var children: [Child] = []
  public internal(set) var timers: [Timer] = []
}
