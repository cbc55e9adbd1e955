// The walk itself, the same for the runtime and for checks; what it must know is asked for.

extension HierarchyProvider {
  /// The most people that a walk looks at, should somebody's superiors form a very long chain.
  public static let longestWalk = 1000

  /// Walks up and says who is asked. Disabled people are passed over; a walk that comes back to
  /// somebody ends there.
  ///
  /// - Parameters:
  ///   - start: the person whose superiors are asked.
  ///   - superior: the superior of a person; none at the top.
  ///   - isActive: whether a person can be asked.
  ///   - holds: whether a condition holds for a person.
  public func people(
    from start: PersonID, superior: (PersonID) throws -> PersonID?,
    isActive: (PersonID) throws -> Bool, holds: (Expression, PersonID) throws -> Bool
  ) rethrows -> [PersonID] {
    var collected: [PersonID] = []
    var seen: Set<PersonID> = [start]
    var hasStopped = false
    var next = try superior(start)
    while let person = next, seen.count <= Self.longestWalk, seen.insert(person).inserted {
      if try isActive(person) {
        collected.append(person)
        hasStopped = try until.map { try holds($0, person) } ?? true
        if hasStopped { break }
      }
      next = try superior(person)
    }
    guard let last = collected.last else { return [] }
    if !hasStopped { return atTop == .take ? [last] : [] }
    switch take {
    case .all: return collected
    case .last: return [last]
    case .except(let condition): return try collected.filter { try !holds(condition, $0) }
    }
  }
}
