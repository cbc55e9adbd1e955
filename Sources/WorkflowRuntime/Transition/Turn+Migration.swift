// Moving a waiting instance to another version of its workflow (SPEC 3).

import Workflow

extension Turn {
  /// Switches to the version of the message, whose definition this turn was given; what waits
  /// stays as it is. A message that is stopped is tried again in the new version.
  mutating func migrate() throws(RuntimeError) {
    guard let version = message.payload.version else {
      throw RuntimeError(.unexpectedMessage, "the migration names no version")
    }
    let move = "version \(state.version) to \(version)"
    if let reason = reasonAgainst(version) {
      return record(
        .migrationRefused, actor: message.payload.actor, comment: message.payload.comment,
        detail: "\(move): \(reason)")
    }
    state.version = version
    record(
      .migrated, actor: message.payload.actor, comment: message.payload.comment, detail: move)
    changeQueue(.retryStopped)
  }

  private func reasonAgainst(_ version: Int) -> String? {
    guard version != state.version else { return "it runs in that version already" }
    guard let former = migratingFrom else { return "the version that it runs in cannot be read" }
    return definition.reason(againstMigrating: state, from: former)
  }
}

extension WorkflowDefinition {
  /// Why an instance cannot go over to this version; nil when it can.
  ///
  /// All elements that it waits in, their branches and current steps must be here under the same
  /// path and kind, with the outcomes that open items offer; children must have ended.
  ///
  /// - Parameter former: the version in which the instance runs.
  package func reason(
    againstMigrating state: InstanceState, from former: WorkflowDefinition
  ) -> String? {
    guard id == former.id else { return "“\(id)” is another workflow" }
    guard type == former.type, level == former.level else {
      return "that version is for other documents"
    }
    guard state.stage == .running || state.stage == .starting else {
      return "the instance is at its end"
    }
    if state.hasOpenChildren { return "lines or subworkflows of it are still open" }
    for path in Set(state.current + state.toRunFirst + state.toRestart).sorted() {
      guard let before = former.element(at: path), let element = state.elements[path] else {
        return "its version has no element “\(path)”"
      }
      if let reason = reason(against: path, before, element) { return reason }
    }
    return nil
  }

  private func reason(
    against path: ElementPath, _ before: Element, _ state: ElementState
  ) -> String? {
    guard let after = element(at: path) else { return "that version has no element “\(path)”" }
    guard after.kind == before.kind else {
      return "“\(path)” is \(after.kind) there, not \(before.kind)"
    }
    let names = [state.firstStep, state.rounds.last?.step].compactMap(\.self)
    if let approval = after.definition as? ApprovalElement {
      for name in names where approval.step(named: name) == nil {
        return "“\(path)” has no step “\(name)” there"
      }
    }
    let offered = Set(before.definition.namedOutcomes.map(\.name))
    let known = Set(after.definition.namedOutcomes.map(\.name))
    let isAsking = state.phase == .working && state.rounds.last?.isDecided == false
    if isAsking, let missing = offered.subtracting(known).min() {
      return "“\(path)” has no outcome “\(missing)” there, which is offered to somebody"
    }
    // A branch more or less would never be done, or be waited for by nobody.
    if state.phase == .working, after.definition is ParallelElement,
      Set(before.definition.branches.map(\.name)) != Set(after.definition.branches.map(\.name))
    {
      return "“\(path)” has other branches there"
    }
    return nil
  }
}
