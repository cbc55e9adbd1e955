// Walking up the management until a stop condition holds (SPEC 5).

import Workflow

extension HierarchyProvider: PeopleProvider {
  func people(_ turn: Turn, _ reads: inout ReadRecorder) throws(RuntimeError) -> [PersonID] {
    guard let start = startPerson(turn) else { return [] }
    let lookup = turn.lookup
    var recorder = reads
    let people = try turn.ask { _ throws -> [PersonID] in
      try self.people(
        from: start,
        superior: { id throws -> PersonID? in
          let superior = try lookup.person(id)?.manager
          recorder.record("\(id).manager", superior.map { .text($0.rawValue) } ?? .none)
          return superior
        },
        isActive: { id throws -> Bool in
          try lookup.person(id)?.isActive(on: lookup.today) ?? false
        },
        holds: { condition, id throws -> Bool in
          try holds(condition, for: id, turn, &recorder)
        })
    }
    reads = recorder
    return people
  }

  func startPerson(_ turn: Turn) -> PersonID? {
    switch from {
    case .originator: turn.state.originator
    case .user(let id): id
    case .owner: turn.definition.owner
    }
  }

  /// A condition over one person: bare names are the person's attributes first, then the
  /// document's fields.
  private func holds(
    _ condition: Expression, for id: PersonID, _ turn: Turn, _ reads: inout ReadRecorder
  ) throws -> Bool {
    let person = try turn.lookup.person(id)
    do {
      return try condition.holds(in: turn.lookup.scope) { reference in
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
