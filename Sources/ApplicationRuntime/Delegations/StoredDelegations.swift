// The standing delegations of a store: those in force are one setting, what was done is a record.

import Workflow
import WorkflowRuntime

/// Reads and changes the delegations within one transaction.
enum StoredDelegations {
  /// The setting that holds the present ones.
  static let setting = "organization.delegations"
  /// The collection that tells who added and removed what; it is only appended to.
  static let collection = "delegations"

  static func all(_ reading: any StoreReading) throws -> [StoredDelegation] {
    guard let text = try reading.setting(setting) else { return [] }
    return try [StoredDelegation](stored: try JSON(parsing: text))
  }

  /// Replaces them, and tells every process that the organisation is another one now.
  static func replace(
    _ delegations: [StoredDelegation], recording what: String, _ delegation: StoredDelegation,
    by actor: Actor, comment: String?, at now: Timestamp, _ transaction: any StoreTransaction
  ) throws {
    try transaction.set(delegations.json.text, for: setting)
    var parts = StoredParts()
    parts.add("did", what)
    parts.add("by", actor)
    parts.add("comment", comment)
    parts.add("delegation", delegation)
    let number = try transaction.appendRecord(
      in: collection, key: "\(what) \(delegation.number)", document: nil, body: parts.json.text,
      at: now)
    let revision = try transaction.organization()?.revision ?? 0
    try transaction.set("\(revision).\(number)", for: SettingName.organizationRevision)
  }
}

extension Organization {
  /// The organisation with the delegations that people added; theirs go before the file's. A rule
  /// of somebody who is not here any more is left out.
  func adding(_ delegations: [StoredDelegation]) -> Organization {
    let known = delegations.map(\.rule).filter { person($0.from) != nil && person($0.to) != nil }
    guard !known.isEmpty else { return self }
    return Organization(
      name: name, timeZone: timeZone, currency: currency, administrators: administrators,
      people: people, groups: groups, costCenters: costCenters, projects: projects, rates: rates,
      attributeTypes: attributeTypes, workingCalendars: workingCalendars,
      delegations: known + self.delegations, queues: queues.values.sorted { $0.id < $1.id },
      queueRules: queueRules, notifications: notifications, declaredTypes: declaredTypes,
      files: files, source: source)
  }
}
