// Walking up the management until a stop condition holds (SPEC 5).

import Workflow

extension HierarchyProvider: ResolvableProvider {
  func people(_ turn: Turn, _ reads: inout ReadRecorder) throws(RuntimeError) -> [PersonID] {
    let walk = try walk(turn, &reads)
    guard walk.stopped || atTop == .take else { return [] }
    let chain = walk.chain
    switch take {
    case .all: return walk.stopped || until == nil ? chain : Array(chain.suffix(1))
    case .last: return Array(chain.suffix(1))
    case .except(let condition):
      var kept: [PersonID] = []
      for id in chain where try !holds(condition, for: id, turn, &reads) { kept.append(id) }
      return kept
    }
  }

  func startPerson(_ turn: Turn) -> PersonID? {
    switch from {
    case .originator: turn.state.originator
    case .user(let id): id
    case .owner: turn.definition.owner
    }
  }

  /// The superiors from the start person upwards, and whether the stop condition held. A cycle
  /// in the organisation ends the walk like its top.
  private func walk(
    _ turn: Turn, _ reads: inout ReadRecorder
  ) throws(RuntimeError) -> (chain: [PersonID], stopped: Bool) {
    guard let start = startPerson(turn) else { return ([], false) }
    var chain: [PersonID] = []
    var seen: Set<PersonID> = [start]
    var next = try turn.ask { try $0.person(start)?.manager }
    while let id = next, seen.insert(id).inserted {
      guard let person = try turn.ask({ try $0.person(id) }) else { break }
      next = person.manager
      // A disabled superior is passed over: the walk goes on to the next one.
      guard person.isActive(on: turn.lookup.today) else { continue }
      chain.append(id)
      reads.record("superior", .text(id.description))
      if let until, try holds(until, for: id, turn, &reads) { return (chain, true) }
    }
    // Without a condition the walk stops by definition at the top.
    return (chain, until == nil && !chain.isEmpty)
  }

  /// A condition over one person: bare names are the person's attributes first, then the
  /// document's fields.
  private func holds(
    _ condition: Expression, for id: PersonID, _ turn: Turn, _ reads: inout ReadRecorder
  ) throws(RuntimeError) -> Bool {
    let person = try turn.ask { try $0.person(id) }
    do {
      return try condition.holds { reference in
        if let name = reference.path.first, reference.path.count == 1 {
          let value = person?.attribute(name, for: turn.definition.type) ?? .none
          if value != .none {
            reads.record("\(id).\(name)", value)
            return value
          }
        }
        return reads.record(reference, try turn.lookup.field(reference))
      }
    } catch {
      throw RuntimeError(
        .conditionFailed, "the condition “\(condition)” failed for \(id): \(error)")
    }
  }
}
