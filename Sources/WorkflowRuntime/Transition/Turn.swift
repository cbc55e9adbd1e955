// One message being handled: the state before it grows into the transition.

import Workflow

/// What an element's behaviour works on: it reads through the turn, which records what was
/// read, and adds effects to it. Nothing else is reachable from here: no clock, no store.
struct Turn {
  let definition: WorkflowDefinition
  let message: Message
  let now: Timestamp
  let lookup: any Lookup
  /// The version that a migration leaves.
  var migratingFrom: WorkflowDefinition?
  var transition: Transition

  init(
    definition: WorkflowDefinition, message: Message, state: InstanceState, lookup: any Lookup,
    now: Timestamp
  ) {
    self.definition = definition
    self.message = message
    self.now = now
    self.lookup = lookup
    self.transition = Transition(state: state)
  }

  var state: InstanceState {
    get { transition.state }
    set { transition.state = newValue }
  }

  mutating func post(
    _ type: MessageType, _ payload: Payload = Payload(), dueAt: Timestamp? = nil
  ) {
    transition.posts.append(.init(type, payload, dueAt: dueAt))
  }

  mutating func open(_ item: Transition.NewWorkItem) { transition.newItems.append(item) }

  /// Closes open items of the instance.
  mutating func closeItems(
    _ scope: Transition.ClosedWorkItems.Scope, as status: WorkItem.Status
  ) {
    transition.closedItems.append(.init(scope, as: status))
  }

  mutating func setDocument(
    _ status: DocumentStatus, waitingFor: String? = nil, editableBy: PersonID? = nil
  ) {
    transition.document = .init(
      status: status, waitingFor: waitingFor, editableBy: editableBy, line: state.line)
  }

  mutating func changeQueue(_ change: Transition.QueueChange) { transition.queue = change }

  /// Adds an entry to the history of this message.
  mutating func record(
    _ event: HistoryEvent, element: ElementPath? = nil, step: String? = nil, actor: Actor? = nil,
    onBehalfOf: PersonID? = nil, comment: String? = nil, detail: String? = nil,
    values: [HistoryEntry.ReadValue] = [], at: Timestamp? = nil
  ) {
    transition.history.append(
      HistoryEntry(
        event, at: at ?? now, actor: actor, onBehalfOf: onBehalfOf, element: element, step: step,
        comment: comment, detail: detail, values: values, message: message.sequence))
  }

  /// The transition, with what changed in the state on its last history entry.
  func finished(since earlier: InstanceState?) -> Transition {
    var transition = transition
    // A message that comes after the end, such as from a branch that was canceled, changes nothing.
    switch transition.state.stage {
    case .completed: transition.status = .completed
    case .canceled: transition.status = .canceled
    case .starting, .running, .completing, .canceling: transition.status = .pending
    }
    if let change = transition.state.change(since: earlier) {
      if transition.history.isEmpty {
        transition.history.append(
          HistoryEntry(
            .acknowledged, at: now, element: message.payload.element,
            message: message.sequence))
      }
      transition.history[transition.history.count - 1].change = change
    }
    return transition
  }
}
