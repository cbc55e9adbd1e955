// Whom a provider names, for people who are told of something and asked nothing (SPEC 10).

import Workflow

extension WorkflowRuntime {
  /// Whom a provider names now. Nobody is passed over: who may not be asked may be told.
  package func people(
    of provider: any AssignmentProvider, at path: ElementPath, step: String?,
    in state: InstanceState, by definition: WorkflowDefinition, lookup: any Lookup,
    at now: Timestamp
  ) throws(RuntimeError) -> [PersonID] {
    guard let provider = provider as? any ResolvableProvider else { return [] }
    // No message is handled: what is asked reads the state and the organisation alone.
    let message = Message(
      sequence: 0, instance: state.instance, document: state.document,
      documentType: state.documentType, type: .resume, payload: Payload(element: path, step: step),
      postedAt: now, postedBy: nil, dueAt: now, state: .ready)
    var turn = Turn(
      definition: definition, message: message, state: state, lookup: lookup, now: now)
    var reads = ReadRecorder()
    return try provider.assignees(&turn, at: Place(path, step: step), &reads).people
  }
}
