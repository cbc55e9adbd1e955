// Applies transitions as the application runtime does: removals first, then what is new.

import Testing
import Workflow

@testable import WorkflowRuntime

extension Machine {
  mutating func apply(_ transition: Transition) throws {
    transitions.append(transition)
    let before = folded
    saved = transition.state.json.text
    for change in transition.history.compactMap(\.change) {
      folded = try folded?.applying(change) ?? InstanceState(stored: change)
    }
    #expect(folded == transition.state, "the history does not fold to the state")
    if before != transition.state { #expect(transition.history.last?.change != nil) }
    status = transition.status
    if let change = transition.document {
      if let line = change.line { lines[line] = change.editableBy } else { document = change }
    }
    endedAs = transition.endedAs ?? endedAs
    history += transition.history
    applyQueue(transition.queue)
    for removed in transition.removedTimers { remove(removed) }
    for closed in transition.closedItems { close(closed) }
    for postponement in transition.postponements { postpone(postponement) }
    for new in transition.newItems { open(new) }
    if let canceled = transition.canceledChildren {
      let isMeant = { (child: Transition.NewChild) -> Bool in
        guard child.isDependent else { return false }
        switch canceled {
        case .instance: return true
        case .element(let path):
          return child.element.components.starts(with: path.components)
        case .lines(let path, let lines):
          return child.element == path && lines.contains(child.child.line)
        }
      }
      canceledChildren += children.filter(isMeant)
      children.removeAll(where: isMeant)
    }
    children += transition.newChildren
    for new in transition.posts { post(new.type, new.payload, dueAt: new.dueAt) }
  }

  private mutating func applyQueue(_ change: Transition.QueueChange?) {
    switch change {
    case .discardOthers:
      queue.removeAll { $0.type != .childEnded }
      stopped = nil
    case .retryStopped:
      if let stopped { queue.append(stopped) }
      stopped = nil
    case .discardStopped: stopped = nil
    case nil: break
    }
  }

  private mutating func remove(_ removed: Transition.RemovedTimers) {
    queue.removeAll { waiting in
      guard let timer = waiting.timer else { return false }
      switch removed {
      case .instance: return true
      case .element(let path, let kinds):
        return waiting.element == path && kinds.contains(timer.kind)
      case .person(let path, let person):
        return waiting.element == path && timer.kind == .escalation && timer.onBehalfOf == person
      }
    }
  }

  private mutating func close(_ closed: Transition.ClosedWorkItems) {
    for index in items.indices where items[index].status.isOpen {
      let isMeant =
        switch closed.scope {
        case .instance: true
        case .element(let path): items[index].element == path
        case .person(let path, let person):
          items[index].element == path
            && (person == nil || items[index].personActedFor == person)
        }
      guard isMeant else { continue }
      items[index].status = closed.status
      items[index].closedAt = now
    }
  }

  private mutating func postpone(_ postponement: Transition.Postponement) {
    for index in items.indices
    where items[index].status.isOpen && items[index].element == postponement.element {
      items[index].dueAt = items[index].dueAt.map { postponement.dueAt[$0] ?? $0 }
    }
  }

  private mutating func open(_ new: Transition.NewWorkItem) {
    items.append(
      WorkItem(
        id: WorkItemID(Int64(items.count + 1)), kind: new.kind, instance: InstanceID(1),
        document: "NO-1", documentType: "note", element: new.element, pass: new.pass,
        step: new.step, subject: new.subject, instructions: new.instructions,
        assignee: new.assignee ?? (new.candidates.count == 1 ? new.candidates.first : nil),
        candidates: new.candidates, onBehalfOf: new.onBehalfOf, standIns: new.standIns,
        queue: new.queue, outcomes: new.outcomes, line: new.line, changes: new.changes,
        createdAt: now, dueAt: new.dueAt, allowed: new.allowed))
  }
}

extension Machine.Waiting {
  private var read: Payload? { try? Payload(stored: JSON(parsing: payload)) }
  var timer: TimerPayload? { type == .timerDue ? read?.timer : nil }
  var element: ElementPath? { read?.element }
}
