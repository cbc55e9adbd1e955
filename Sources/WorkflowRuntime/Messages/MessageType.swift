// The kinds of message of the protocol between the two runtimes (SPEC 2).

/// What a message of the queue asks or tells.
///
/// A *request* goes to the workflow runtime, an *event* to the application runtime. Every event
/// has exactly one acknowledgment, which is the request that lets the instance go on.
public enum MessageType: String, Hashable, Sendable, CaseIterable, Codable {
  case activation
  case acknowledgeWorkflowStarted
  case acknowledgeElementStarted
  case acknowledgeWorkItemsCreated
  case workItemAnswered
  case acknowledgeStepCompleted
  case acknowledgeElementEnded
  case acknowledgeAutomatedExecution
  case acknowledgeWorkflowCompleted
  case acknowledgeWorkflowCanceled
  case timerDue
  case childEnded
  case recall
  case cancel
  case resume
  case migrate

  case workflowStarted
  case elementStarted
  case workItemsCreated
  case stepCompleted
  case elementEnded
  case automatedExecution
  case workflowCompleted
  case workflowCanceled

  /// The request that acknowledges this event; nil when this is a request itself.
  public var acknowledgment: MessageType? {
    switch self {
    case .workflowStarted: .acknowledgeWorkflowStarted
    case .elementStarted: .acknowledgeElementStarted
    case .workItemsCreated: .acknowledgeWorkItemsCreated
    case .stepCompleted: .acknowledgeStepCompleted
    case .elementEnded: .acknowledgeElementEnded
    case .automatedExecution: .acknowledgeAutomatedExecution
    case .workflowCompleted: .acknowledgeWorkflowCompleted
    case .workflowCanceled: .acknowledgeWorkflowCanceled
    default: nil
    }
  }

  /// Whether the application runtime handles it, by calling an event handler.
  public var isEvent: Bool { acknowledgment != nil }

  /// Whether it goes past a message of its instance that waits for its retry or is stopped.
  public var overtakes: Bool {
    switch self {
    case .recall, .cancel, .resume, .migrate: true
    default: false
    }
  }
}
