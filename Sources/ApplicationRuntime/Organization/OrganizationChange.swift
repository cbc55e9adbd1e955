// What another organisation would mean for the workflows that are active and the work that is open.

import Workflow
import WorkflowRuntime

/// Looks from an organisation that is to be loaded at what goes on. All that it finds are
/// warnings: the organisation may be right all the same.
struct OrganizationChange {
  let parts: EngineParts
  let organization: Organization
  /// The file of the organisation, as findings name it.
  let file: String

  private static let itemsNamed = 3

  func findings() throws -> [Finding] {
    try parts.store.read { try ofWorkflows($0) } + ofOpenItems()
  }

  // MARK: Workflows

  /// What the active workflows name that is not there any more; what was wrong before is not new.
  private func ofWorkflows(_ reading: any StoreReading) throws -> [Finding] {
    guard try reading.organization() != nil else { return [] }
    let now = WorkflowChecking(parts: parts, reading: reading)
    let declared = organization.declaredTypes.map { DeclaredType($0) as any DocumentType }
    // A type of the program counts before one of a file.
    let types = Dictionary(
      (parts.sources.builtInTypes + declared).map { ($0.id, $0) }
    ) { first, _ in first }
    let then = WorkflowChecking(
      parts: parts, reading: reading, changed: (organization: organization, types: types))
    return try parts.types.keys.sorted().flatMap { type in
      try reading.activeVersions(for: type).flatMap { version in
        let known = Set(try now.findings(of: version).map(\.message))
        return try then.findings(of: version).filter { !known.contains($0.message) }
      }
    }.map {
      Finding(
        severity: .warning, location: $0.location, message: $0.message, remedy: $0.remedy)
    }
  }

  // MARK: Open items

  private struct Held {
    var count = 0
    var first: [WorkItemID] = []

    mutating func add(_ item: WorkItemID) {
      count += 1
      if first.count < OrganizationChange.itemsNamed { first.append(item) }
    }

    /// "2 open work items (W-000001, W-000002)"
    var words: String {
      let names = first.map(\.description) + (count > first.count ? ["…"] : [])
      return "\(count) open work item\(count == 1 ? "" : "s") (\(names.joined(separator: ", ")))"
    }
  }

  /// Open items of people, and in queues, that are not there any more: counted by the way.
  private func ofOpenItems() throws -> [Finding] {
    var people: [PersonID: Held] = [:]
    var queues: [QueueID: Held] = [:]
    var items = Pages<WorkItem> { last, limit in
      try parts.store.read {
        try $0.workItems(WorkItemQuery(.allOpen, after: last?.id, limit: limit))
      }
    }
    while let item = try items.next() {
      if let queue = item.queue, item.assignee == nil {
        if organization.queues[queue] == nil { queues[queue, default: Held()].add(item.id) }
        continue
      }
      let holders = item.visibleTo
      // One of several who were asked is not missed.
      guard !holders.isEmpty, !holders.contains(where: isActive) else { continue }
      for person in holders { people[person, default: Held()].add(item.id) }
    }
    return people.sorted { $0.key < $1.key }.map(finding)
      + queues.sorted { $0.key < $1.key }.map(finding)
  }

  private func isActive(_ id: PersonID) -> Bool {
    organization.person(id)?.isActive(on: parts.today(in: organization)) == true
  }

  private func finding(about person: PersonID, _ held: Held) -> Finding {
    let why = organization.person(person) == nil ? "is not in it any more" : "is not active in it"
    return warning(
      "“\(person)”, who has \(held.words), \(why)",
      "Keep the person, or reassign the items; else they go by delegation or fallback, or wait for "
        + "an administrator")
  }

  private func finding(about queue: QueueID, _ held: Held) -> Finding {
    warning(
      "the queue “\(queue)”, which holds \(held.words), is not in it any more",
      "Keep the queue, or move the items to another one")
  }

  private func warning(_ message: String, _ remedy: String) -> Finding {
    Finding(
      severity: .warning, location: SourceLocation(file: file, line: 1, column: 1),
      message: message, remedy: remedy)
  }
}
