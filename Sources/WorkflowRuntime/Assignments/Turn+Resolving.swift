// Who is asked by an assignment now: its provider, its fallback, and who is passed over (SPEC 5).

import Workflow

extension Turn {
  /// Asks the lookup, and turns its failure into one of the runtime.
  func ask<Answer>(_ question: (any Lookup) throws -> Answer) throws(RuntimeError) -> Answer {
    do { return try question(lookup) } catch let error as RuntimeError { throw error } catch {
      throw RuntimeError(.conditionFailed, "\(error)")
    }
  }

  /// The people whom an assignment names; somebody, or it throws.
  mutating func resolve(
    _ assignment: Assignment, element: ElementPath, step: String?
  ) throws(RuntimeError) -> [PersonID] {
    try assignees(of: assignment, at: Place(element, step: step)).people
  }

  /// Resolves an assignment: its provider, or its fallback when that gives nobody.
  mutating func assignees(
    of assignment: Assignment, at place: Place
  ) throws(RuntimeError) -> Assignees {
    let before = transition.history.count
    let asked = try assignees(of: assignment.provider, at: place)
    if !asked.people.isEmpty { return asked }
    if let fallback = assignment.fallback {
      let asked = try assignees(of: fallback, at: place)
      record(
        .fallbackUsed, element: place.element, step: place.step,
        detail: "\(assignment.provider.description) gave nobody: \(fallback.description)")
      if !asked.people.isEmpty { return asked }
    }
    throw nobody(assignment, at: place, because: transition.history[before...])
  }

  mutating func assignees(
    of provider: any AssignmentProvider, at place: Place
  ) throws(RuntimeError) -> Assignees {
    guard let provider = provider as? any ResolvableProvider else {
      throw RuntimeError(
        .nobodyAssigned, "\(provider.description) cannot be resolved by this release")
    }
    var reads = ReadRecorder()
    var asked = try provider.assignees(&self, at: place, &reads)
    var people: [PersonID] = []
    for id in asked.people where !people.contains(id) {
      if let reason = try whyPassedOver(id, at: place) {
        passOver(id, reason, at: place)
      } else {
        people.append(id)
      }
    }
    asked.people = people
    let queue = asked.queue.map { provider.description == "queue \($0)" ? "" : " → \($0)" } ?? ""
    record(
      .assigned, element: place.element, step: place.step,
      detail: provider.description + queue + ": "
        + people.map(\.description).joined(separator: ", "), values: reads.values)
    return asked
  }

  /// Why a person cannot be asked, by the workflow or at a place in it; nil when they can.
  func whyPassedOver(
    _ id: PersonID, at place: Place? = nil
  ) throws(RuntimeError) -> String? {
    guard let person = try ask({ try $0.person(id) }) else { return "not in the organisation" }
    guard person.isActive(on: lookup.today) else { return "disabled" }
    return isBarred(id, at: place) ? "the originator may not approve" : nil
  }

  /// Whether a person is barred: the originator from everything where the workflow says so, and
  /// from every final approval.
  func isBarred(_ id: PersonID, at place: Place?) -> Bool {
    guard id == state.originator else { return false }
    return !definition.submitterMayApprove
      || place.map { state.asksFinalApprover(at: $0.element, step: $0.step) } ?? false
  }

  mutating func passOver(_ id: PersonID, _ reason: String, at place: Place) {
    record(
      .personPassedOver, element: place.element, step: place.step, detail: "\(id): \(reason)")
  }

  /// The error that names what was tried; the history of the message goes with its failure, so
  /// that the error says who was passed over, and which values were read.
  private func nobody(
    _ assignment: Assignment, at place: Place, because entries: ArraySlice<HistoryEntry>
  ) -> RuntimeError {
    var words = "element “\(place.element)”"
    if let step = place.step { words += ", step “\(step)”" }
    let start = (assignment.provider as? any ResolvableProvider)?.startPerson(self)
    let from = start.map { ", from \($0)" } ?? ""
    var reasons = entries.filter { $0.event == .personPassedOver }.compactMap(\.detail)
    reasons += entries.filter { $0.event == .assigned }.flatMap(\.values)
      .map { "\($0.name) = \($0.value.isEmpty ? "nothing" : $0.value)" }
    let why = reasons.shortList.map { " (\($0))" } ?? ""
    return RuntimeError(
      .nobodyAssigned,
      "\(words): the assignment to \(assignment.provider.description)\(from) gives nobody\(why); "
        + "mend the organisation or the workflow, or add a fallback, then resume")
  }
}

extension [String] {
  /// Each once, of many the first; nil for none.
  fileprivate var shortList: String? {
    var each: [String] = []
    for one in self where !each.contains(one) { each.append(one) }
    guard !each.isEmpty else { return nil }
    let limit = 12
    let more = each.count > limit ? "; and \(each.count - limit) more" : ""
    return each.prefix(limit).joined(separator: "; ") + more
  }
}
