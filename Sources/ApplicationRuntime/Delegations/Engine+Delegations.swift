// Standing delegations: each person's own, and anybody's for administrators (SPEC 7).

import Workflow
import WorkflowRuntime

extension Engine {
  /// More rules of one person are refused.
  private static let greatestCount = 50

  /// The standing delegations that hold now or will, those that people added first.
  ///
  /// - Parameters:
  ///   - person: whose, from or to; nil for everybody's, which administrators see.
  ///   - includingEnded: also those that are over, as long as they are kept.
  public func delegations(
    of person: PersonID?, includingEnded: Bool = false, as actor: Actor
  ) throws -> [DelegationRow] {
    if person != actor.person { try requireAdministrator(actor, "see the delegations of others") }
    return try reading(as: actor) { reading, organization in
      let today = parts.today(in: organization)
      let stored = try StoredDelegations.all(reading)
      let added = Set(stored.map(\.rule))
      let rows =
        stored.map { DelegationRow($0.rule, stored: $0, organization, today: today) }
        + organization.delegations.filter { !added.contains($0) }
        .map { DelegationRow($0, stored: nil, organization, today: today) }
      return rows.filter { row in
        (includingEnded || row.rule.end.map { $0 >= today } ?? true)
          && (person == nil || row.rule.from == person || row.rule.to == person)
      }
    }
  }

  /// Adds a rule; it applies to new work items.
  @discardableResult
  public func addDelegation(
    _ rule: StandingDelegation, comment: String? = nil, by actor: Actor
  ) throws -> DelegationRow {
    try TextLimit.check(comment: comment)
    let (parts, types, now) = (parts, types, now)
    return try writing { transaction in
      let organization = try parts.sources.organization(transaction)
      try parts.acting(actor, in: organization)
      let today = parts.today(in: organization)
      try Self.requireOwn(rule.from, actor, organization)
      try Self.check(rule, types: types, organization, today: today, transaction)
      // What is over is of no use any more; the record keeps it.
      let present = try StoredDelegations.all(transaction)
        .filter { $0.rule.end.map { $0 >= today } ?? true }
      guard !present.contains(where: { $0.rule == rule }) else {
        throw EngineError(.conflict, "that delegation is there already")
      }
      guard present.filter({ $0.rule.from == rule.from }).count < Self.greatestCount else {
        throw EngineError(.badData, "\(rule.from) has \(Self.greatestCount) delegations already")
      }
      let last = try transaction.lastRecordNumber(in: StoredDelegations.collection)
      let added = StoredDelegation(
        number: last + 1, rule: rule, addedBy: actor.person, addedAt: now)
      try StoredDelegations.replace(
        present + [added], recording: "added", added, by: actor, comment: comment, at: now,
        transaction)
      return DelegationRow(rule, stored: added, organization, today: today)
    }
  }

  /// Removes a rule that somebody added; one of the file is removed there.
  @discardableResult
  public func removeDelegation(
    _ number: Int64, comment: String? = nil, by actor: Actor
  ) throws -> DelegationRow {
    try TextLimit.check(comment: comment)
    let (parts, now) = (parts, now)
    return try writing { transaction in
      let organization = try parts.sources.organization(transaction)
      try parts.acting(actor, in: organization)
      let present = try StoredDelegations.all(transaction)
      guard let found = present.first(where: { $0.number == number }) else {
        throw EngineError(
          .notFound,
          "there is no delegation \(number); those of the organisation's file are changed there")
      }
      try Self.requireOwn(found.rule.from, actor, organization)
      try StoredDelegations.replace(
        present.filter { $0.number != number }, recording: "removed", found, by: actor,
        comment: comment, at: now, transaction)
      return DelegationRow(
        found.rule, stored: found, organization, today: parts.today(in: organization))
    }
  }

  private static func requireOwn(
    _ person: PersonID, _ actor: Actor, _ organization: Organization
  ) throws {
    guard person == actor.person || organization.isAdministrator(actor.person) else {
      throw EngineError(.notAllowed, "only an administrator may change delegations of others")
    }
  }

  private static func check(
    _ rule: StandingDelegation, types: [DocumentTypeID: any DocumentType],
    _ organization: Organization, today: Day, _ reading: any StoreReading
  ) throws {
    for id in [rule.from, rule.to] where organization.person(id) == nil {
      throw EngineError(
        .notFound,
        "“\(id)” is nobody in this organisation"
          + Nearest.hint(to: id.rawValue, among: organization.people.map(\.id.rawValue)))
    }
    guard rule.from != rule.to else {
      throw EngineError(.badData, "nobody delegates to themselves")
    }
    guard organization.person(rule.to)?.isActive(on: today) == true else {
      throw EngineError(.badData, "\(organization.name(of: rule.to)) is disabled")
    }
    if let start = rule.start, let end = rule.end, end < start {
      throw EngineError(.badData, "it ends on \(end.iso8601), before it starts")
    }
    if let end = rule.end, end < today {
      throw EngineError(.badData, "it ended on \(end.iso8601) already")
    }
    switch rule.scope {
    case .all: break
    case .type(let type) where types[type] == nil:
      throw EngineError(
        .notFound,
        "there is no document type “\(type)”"
          + Nearest.hint(to: type.rawValue, among: types.keys.map(\.rawValue)))
    case .workflow(let workflow):
      if try reading.workflowVersions(of: workflow).isEmpty {
        throw try unknown(workflow, nil, reading)
      }
    case .type: break
    }
  }
}
