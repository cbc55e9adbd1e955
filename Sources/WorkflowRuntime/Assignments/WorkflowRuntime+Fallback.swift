// Who is asked in place of people who have left, while an item is open (SPEC 5).

import Workflow

extension WorkflowRuntime {
  /// Whom the fallback of an assignment names now, for an item that is open; nobody without one.
  ///
  /// - Returns: the people, each of whom may be asked, and what there is to record.
  package func fallback(
    of path: ElementPath, step: String?, in state: InstanceState,
    by definition: WorkflowDefinition, lookup: any Lookup, at now: Timestamp
  ) throws(RuntimeError) -> (people: [PersonID], history: [HistoryEntry]) {
    let assignment: Assignment? =
      switch definition.element(at: path)?.definition {
      case let task as TaskElement: task.assignment
      case let choice as ChoiceElement: choice.assignment
      case let approval as ApprovalElement:
        approval.steps.first { $0.name == step }?.assignment
      default: nil
      }
    guard let fallback = assignment?.fallback else { return ([], []) }
    // No message is handled: what is asked reads the state and the organisation alone.
    let message = Message(
      sequence: 0, instance: state.instance, document: state.document,
      documentType: state.documentType, type: .resume, payload: Payload(element: path, step: step),
      postedAt: now, postedBy: nil, dueAt: now, state: .ready)
    var turn = Turn(
      definition: definition, message: message, state: state, lookup: lookup, now: now)
    let people = try turn.assignees(of: fallback, at: Place(path, step: step)).people
    let history = turn.transition.history.map { entry in
      var entry = entry
      entry.message = nil
      return entry
    }
    return (people, history)
  }

  /// Who gets a document that is meant for somebody who has left: the first active one upwards.
  package func receiver(
    of person: PersonID, lookup: any Lookup
  ) throws(RuntimeError) -> PersonID? {
    var seen: Set<PersonID> = []
    var next: PersonID? = person
    while let id = next, seen.insert(id).inserted {
      let found: Person?
      do { found = try lookup.person(id) } catch {
        throw RuntimeError(.conditionFailed, "\(error)")
      }
      if found?.isActive(on: lookup.today) == true { return id }
      next = found?.manager
    }
    return nil
  }
}
