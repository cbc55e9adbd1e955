// Checks that the queue is there, that rules fit the document type, and who its members are.

extension QueueProvider {
  public func check(_ checker: inout Checker) {
    guard let organization = checker.context.organization else { return }
    if let rules = organization.queueRules[queue] {
      for rule in rules.rules { check(rule, &checker) }
    } else if organization.queues[queue] == nil {
      let known = Array(organization.queues.keys) + Array(organization.queueRules.keys)
      checker.report(
        at: location, "unknown queue \(quoted(queue.rawValue))",
        checker.suggestion(for: queue.rawValue, among: known.map(\.rawValue)))
    }
  }

  /// A rule is written in the organisation, for documents of whatever type: what does not fit this
  /// type is told where the workflow names the queue.
  private func check(_ rule: QueueRules.Rule, _ checker: inout Checker) {
    guard let scope = checker.scope else { return }
    do {
      let type = try rule.when.type(in: scope)
      if type == .bool { return }
      checker.report(
        at: location, "the rule `\(rule.when)` of queue `\(queue)` is \(type), no condition",
        "Mend the rule in the organisation, or name another queue")
    } catch {
      checker.report(
        at: location,
        "the rule `\(rule.when)` of queue `\(queue)` does not fit documents of the type "
          + "`\(checker.definition.type)`: \(error.message)",
        "Mend the rule in the organisation, or name another queue")
    }
  }

  public func candidates(for originator: Person, in checker: Checker) -> AssignmentCandidates {
    guard let organization = checker.context.organization else { return .unknown }
    return .people(queues(in: organization).filter { $0.status != .inactive }.flatMap(\.members))
  }

  public func gap(in checker: Checker) -> String? {
    guard let organization = checker.context.organization else { return nil }
    let without = queues(in: organization).filter { queue in
      queue.status == .inactive || !queue.members.contains { checker.canAct($0) }
    }
    guard !without.isEmpty else { return nil }
    return "queue \(without.map(\.id.rawValue).joined(separator: ", ")) is chosen"
  }

  public func plurality(in checker: Checker) -> String? { "a queue is no person" }

  /// The queue itself, or every one that the rules may choose.
  private func queues(in organization: Organization) -> [WorkItemQueue] {
    guard let rules = organization.queueRules[queue] else {
      return organization.queues[queue].map { [$0] } ?? []
    }
    var ids: [QueueID] = []
    for id in rules.rules.map(\.queue) + [rules.otherwise] where !ids.contains(id) {
      ids.append(id)
    }
    return ids.compactMap { organization.queues[$0] }
  }
}
