// What would happen: the elements, who would be asked, why, and how the clock would run.

import Workflow
import WorkflowRuntime

/// The course that a simulated run took.
public struct SimulationReport: Sendable {
  /// One thing that would happen.
  public struct Entry: Hashable, Sendable {
    public let at: Timestamp
    /// The line of the document that it is about, from 1.
    public let line: Int?
    public let element: ElementPath?
    public let step: String?
    /// What it would be in the history; nil for a work item that would be opened.
    public let event: HistoryEvent?
    public let words: String
    /// What a condition or an assignment read.
    public let values: [HistoryEntry.ReadValue]
    /// The names of those who would be asked, of an item that would be opened.
    public internal(set) var people: [PersonID] = []
    public internal(set) var dueAt: Timestamp?
    /// What they were taken to answer.
    public internal(set) var answer: String?
    /// What the clock would do if they did not answer.
    public internal(set) var ifUnanswered: [Entry] = []
  }

  public let workflow: WorkflowID
  /// Nil for a text that is not saved.
  public let version: Int?
  public let title: String
  /// The title of the document.
  public let document: String
  /// Nil for a content that is not saved.
  public let documentID: DocumentID?
  public let entries: [Entry]
  /// How it ended, in a sentence.
  public let ending: String
  /// Whether it came to its end.
  public let isCompleted: Bool
  /// What the type's rules find wrong: errors would refuse the submission.
  public let findings: [DocumentFinding]
  /// Answers that nobody was asked for.
  public let unusedAnswers: [String]
}
