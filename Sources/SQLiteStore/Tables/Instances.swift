// Instances: one row each, saved once per commit.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension Reading {
  func instance(_ id: InstanceID) throws -> StoredInstance? {
    try connection.first(.instance, { $0.add(id) }, StoredInstance.init)
  }

  func instances(_ query: InstanceQuery) throws -> [StoredInstance] {
    let before = query.after?.number ?? .max
    if query.document != nil || query.parent != nil {
      return try connection.all(
        query.parent == nil ? .instancesOfDocument : .instancesOfParent,
        {
          if let parent = query.parent { $0.add(parent) } else { $0.add(query.document) }
          $0.add(before)
          $0.add(query.status?.rawValue)
          $0.add(limit: query.limit)
        }, StoredInstance.init)
    }
    return try connection.all(
      query.status == nil ? .instances : .instancesWithStatus,
      {
        if let status = query.status { $0.add(status.rawValue) }
        $0.add(before)
        $0.add(limit: query.limit)
      }, StoredInstance.init)
  }
}

extension Reading {
  /// Known from counters: nothing counts a table that grows.
  func instanceCounts() throws -> [InstanceStatus: Int] {
    let totals = try totals()
    return Dictionary(uniqueKeysWithValues: InstanceStatus.allCases.map { ($0, Int(totals[$0])) })
  }
}

extension Transaction {
  func insert(_ instance: StoredInstance) throws {
    try refusing("Instance \(instance.id) is there already.") {
      try connection.run(.insertInstance) {
        $0.add(instance.id)
        $0.add(instance.document)
        $0.add(instance.documentType)
        $0.add(instance.workflow)
        $0.add(instance.version)
        $0.add(instance.originator)
        $0.add(instance.status.rawValue)
        $0.add(instance.element)
        $0.add(instance.error)
        $0.add(instance.savedPoint)
        $0.add(instance.isCanceling)
        $0.add(instance.heldBy)
        $0.add(instance.state)
        $0.add(instance.createdAt)
        $0.add(instance.endedAt)
        $0.add(instance.parent?.instance)
        $0.add(instance.parent?.element.description)
        $0.add((instance.parent?.pass).map(Int64.init))
        $0.add((instance.parent?.child.line).map(Int64.init))
        $0.add((instance.parent?.child.attempt).map(Int64.init))
        $0.add((instance.parent?.isDependent).map { $0 ? 1 : 0 } as Int64?)
        $0.add(instance.line.map(Int64.init))
      }
    }
    try counters.change { $0[instance.status] += 1 }
  }

  /// Nearly every update leaves the status as it is; then its index and its counter need no work.
  func update(_ instance: StoredInstance) throws {
    let changed = try connection.run(.updateInstance) {
      $0.addChange(of: instance)
      $0.add(instance.id)
      $0.add(instance.status.rawValue)
    }
    guard changed == 0 else { return }
    let earlier = try connection.first(
      .statusOfInstance, { $0.add(instance.id) }, { try $0.word(0, InstanceStatus.self) })
    try change(.updateInstanceWithStatus, "instance \(instance.id)") {
      $0.addChange(of: instance)
      $0.add(instance.status.rawValue)
      $0.add(instance.id)
    }
    try counters.change {
      if let earlier { $0[earlier] -= 1 }
      $0[instance.status] += 1
    }
  }
}

extension Binder {
  fileprivate mutating func addChange(of instance: StoredInstance) {
    add(instance.version)
    add(instance.element)
    add(instance.error)
    add(instance.savedPoint)
    add(instance.isCanceling)
    add(instance.heldBy)
    add(instance.state)
    add(instance.endedAt)
  }
}

extension StoredInstance {
  init(_ row: Row) throws {
    self.init(
      id: InstanceID(row.integer(0)), document: row.identifier(1), documentType: row.identifier(2),
      workflow: row.identifier(3), version: row.number(4), originator: row.identifier(5),
      status: try row.word(6), element: row.optionalText(7), error: row.optionalText(8),
      savedPoint: row.number(9), isCanceling: row.bool(10), heldBy: row.optionalInteger(11),
      state: row.optionalText(12), parent: Self.parent(row),
      line: row.optionalInteger(21).map { Int($0) }, createdAt: row.time(13),
      endedAt: row.optionalTime(14))
  }

  private static func parent(_ row: Row) -> ParentElement? {
    guard let parent = row.optionalInteger(15) else { return nil }
    return ParentElement(
      instance: InstanceID(parent), element: ElementPath(parsing: row.text(16)),
      pass: row.number(17),
      child: ChildReference(line: row.number(18), attempt: row.number(19)),
      isDependent: row.bool(20))
  }
}
