// What is simulated: a document, a workflow, and what people are taken to answer.

import Workflow
import WorkflowRuntime

/// A run that is asked for without touching anything (SPEC 11).
public struct SimulationRequest: Sendable {
  /// What is sent through.
  public enum Subject: Sendable {
    case document(DocumentID)
    /// A document that is not in the store; nil for the one who asks as its originator.
    case content(DocumentTypeID, DocumentContent, originator: PersonID?)
  }

  /// Which workflow runs.
  public enum Route: Sendable {
    /// The one that a submission would choose.
    case chosen
    /// A version that is saved; nil for the active one, else the newest.
    case version(WorkflowID, Int?)
    /// A text that need not be saved.
    case source(String, file: String)
  }

  public var subject: Subject
  /// Changes the content of a stored document before it is sent through.
  public var change: @Sendable (inout DocumentContent) throws -> Void
  public var route: Route
  /// What is answered, by the element's name or path, or that and a step's: `management/board`.
  /// Everybody else goes forward.
  public var answers: [String: String]
  /// When it begins; nil for now.
  public var start: Timestamp?

  public init(
    _ subject: Subject, by route: Route = .chosen, answers: [String: String] = [:],
    start: Timestamp? = nil,
    change: @escaping @Sendable (inout DocumentContent) throws -> Void = { _ in }
  ) {
    self.subject = subject
    self.route = route
    self.answers = answers
    self.start = start
    self.change = change
  }
}
