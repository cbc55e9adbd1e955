// How an assignment provider is resolved, when its element or step starts.

import Workflow

/// Who an assignment came to.
struct Assignees {
  /// Those asked, in order, each once, before delegation: their number is the n of the policies.
  var people: [PersonID]
  /// The queue whose members they are.
  var queue: QueueID?
}

/// Where in the workflow people are asked.
struct Place {
  let element: ElementPath
  let step: String?

  init(_ element: ElementPath, step: String?) {
    self.element = element
    self.step = step
  }
}

/// The behaviour of an assignment provider. A new provider is a file here and in `Workflow`.
protocol ResolvableProvider: AssignmentProvider {
  /// Whom it resolves to now; may be nobody. Repetitions and those who cannot be asked are taken
  /// out afterwards.
  func assignees(
    _ turn: inout Turn, at place: Place, _ reads: inout ReadRecorder
  ) throws(RuntimeError) -> Assignees
  /// From whom it set out, for the error that names it.
  func startPerson(_ turn: Turn) -> PersonID?
}

extension ResolvableProvider {
  func startPerson(_ turn: Turn) -> PersonID? { nil }
}

/// A provider that only has to be asked for people.
protocol PeopleProvider: ResolvableProvider {
  func people(_ turn: Turn, _ reads: inout ReadRecorder) throws(RuntimeError) -> [PersonID]
}

extension PeopleProvider {
  func assignees(
    _ turn: inout Turn, at place: Place, _ reads: inout ReadRecorder
  ) throws(RuntimeError) -> Assignees {
    Assignees(people: try people(turn, &reads))
  }
}
