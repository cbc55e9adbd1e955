// Making rows of history entries: the names of people, and the lines that instances are about.

import Workflow
import WorkflowRuntime

/// Names what the entries of one document name; each instance is looked up once.
struct HistoryRows {
  let organization: Organization
  private var lines: [InstanceID: Int?] = [:]

  init(_ organization: Organization) { self.organization = organization }

  /// The row of an entry. An instance that was archived is not here to tell its line any more.
  mutating func row(
    _ stored: StoredHistoryEntry, instance find: (InstanceID) throws -> StoredInstance?
  ) rethrows -> HistoryRow {
    let entry = stored.entry
    let line = try stored.instance.flatMap { id in
      if let known = lines[id] { return known }
      let line = try find(id)?.line
      lines[id] = .some(line)
      return line
    }
    return HistoryRow(
      sequence: stored.sequence, instance: stored.instance, line: line,
      document: stored.document, entry: entry, actorName: entry.actor.map(name),
      onBehalfOfName: entry.onBehalfOf.flatMap { person in
        person == entry.actor?.person ? nil : organization.name(of: person)
      }, hash: stored.hash.hexadecimal)
  }

  /// The rows of entries that one reading gave.
  static func rows(
    of entries: [StoredHistoryEntry], _ organization: Organization, _ reading: any StoreReading
  ) throws -> [HistoryRow] {
    var rows = HistoryRows(organization)
    return try entries.map { try rows.row($0, instance: reading.instance) }
  }

  /// "Carol Dam as Sam Holt" where somebody else sat at the keyboard.
  private func name(of actor: Actor) -> String {
    let name = organization.name(of: actor.person)
    return actor.impersonatedBy.map { "\(organization.name(of: $0)) as \(name)" } ?? name
  }
}
