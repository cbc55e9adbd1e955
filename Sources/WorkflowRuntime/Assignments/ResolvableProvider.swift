// Who an assignment names, when its element or step starts.

import Workflow

/// The behaviour of an assignment provider. A new provider is a file here and in `Workflow`.
protocol ResolvableProvider: AssignmentProvider {
  /// The people it resolves to now, in order; may be empty. Repetitions and the disabled are
  /// taken out afterwards.
  func people(_ turn: Turn, _ reads: inout ReadRecorder) throws(RuntimeError) -> [PersonID]
  /// From whom it set out, for the error that names it.
  func startPerson(_ turn: Turn) -> PersonID?
}

extension ResolvableProvider {
  func startPerson(_ turn: Turn) -> PersonID? { nil }
}

extension Turn {
  /// Asks the lookup, and turns its failure into one of the runtime.
  func ask<Answer>(_ question: (any Lookup) throws -> Answer) throws(RuntimeError) -> Answer {
    do { return try question(lookup) } catch let error as RuntimeError { throw error } catch {
      throw RuntimeError(.conditionFailed, "\(error)")
    }
  }

  /// Resolves an assignment: its provider, or its fallback when that gives nobody (SPEC 5).
  mutating func resolve(
    _ assignment: Assignment, element: ElementPath, step: String?
  ) throws(RuntimeError) -> [PersonID] {
    let people = try resolve(assignment.provider, element: element, step: step)
    if !people.isEmpty { return people }
    if let fallback = assignment.fallback {
      let people = try resolve(fallback, element: element, step: step)
      record(
        .fallbackUsed, element: element, step: step,
        detail: "\(assignment.provider.description) gave nobody: \(fallback.description)")
      if !people.isEmpty { return people }
    }
    throw nobody(assignment, element: element, step: step)
  }

  private mutating func resolve(
    _ provider: any AssignmentProvider, element: ElementPath, step: String?
  ) throws(RuntimeError) -> [PersonID] {
    guard let provider = provider as? any ResolvableProvider else {
      throw RuntimeError(
        .nobodyAssigned, "\(provider.description) cannot be resolved by this release")
    }
    var reads = ReadRecorder()
    let found = try provider.people(self, &reads)
    var people: [PersonID] = []
    for id in found where !people.contains(id) {
      if let reason = try barred(id) {
        record(.personPassedOver, element: element, step: step, detail: "\(id): \(reason)")
      } else {
        people.append(id)
      }
    }
    record(
      .assigned, element: element, step: step,
      detail: "\(provider.description): \(people.map(\.description).joined(separator: ", "))",
      values: reads.values)
    return people
  }

  /// Why a person may not be asked; nil when they may.
  private func barred(_ id: PersonID) throws(RuntimeError) -> String? {
    guard let person = try ask({ try $0.person(id) }) else { return "not in the organisation" }
    guard person.isActive(on: lookup.today) else { return "disabled" }
    if !definition.submitterMayApprove, id == state.originator {
      return "the originator may not approve"
    }
    return nil
  }

  private func nobody(
    _ assignment: Assignment, element: ElementPath, step: String?
  ) -> RuntimeError {
    var place = "element “\(element)”"
    if let step { place += ", step “\(step)”" }
    let start = (assignment.provider as? any ResolvableProvider)?.startPerson(self)
    let from = start.map { ", from \($0)" } ?? ""
    return RuntimeError(
      .nobodyAssigned,
      "\(place): the assignment to \(assignment.provider.description)\(from) gives nobody; "
        + "mend the organisation or the workflow, or add a fallback, then resume")
  }
}
