// Gathering what permissions are decided on, within one transaction.

import Workflow
import WorkflowRuntime

extension Permissions {
  /// What this person may do with a document.
  ///
  /// - Parameter named: the instance that is asked about; nil for the document's newest.
  init(
    of person: PersonID, on document: StoredDocument, named: StoredInstance? = nil,
    parts: EngineParts, organization: Organization, _ reading: any StoreReading
  ) throws {
    let instance = try named ?? document.instance.flatMap { try reading.instance($0) }
    let definition = { (instance: StoredInstance) in
      try? parts.sources.definition(of: instance.workflow, version: instance.version, reading)
    }
    var lineInstances: [StoredInstance] = []
    var openItems: [WorkItem] = []
    var itemsOfWhole: [WorkItem] = []
    if let instance, instance.status.isOpen {
      openItems = try Self.openItems(of: instance.id, reading)
      if instance.line == nil, definition(instance)?.hasLines == true {
        lineInstances = try Self.openLines(of: instance.id, reading)
        for line in lineInstances { openItems += try Self.openItems(of: line.id, reading) }
      } else if instance.line != nil, let parent = instance.parent {
        itemsOfWhole = try Self.openItems(of: parent.instance, reading)
      }
    }
    let running = [instance].compactMap { $0 } + lineInstances
    let now = parts.clock.now()
    self.init(
      person: person, organization: organization, today: parts.today(in: organization),
      type: try parts.type(document.type), document: document, instance: instance,
      lineInstances: lineInstances, openItems: openItems,
      itemsOfWhole: itemsOfWhole,
      held: OnceRead {
        for instance in running {
          if let item = try Self.heldAnswer(of: person, instance, now, reading) { return item }
        }
        return nil
      },
      answered: OnceRead {
        try running.flatMap { try Self.heldAnswers($0, now, reading) }
      },
      obstacle: OnceRead {
        try SubmissionObstacle(
          document: document, parts: parts, organization: organization, reading: reading
        ).sentence
      },
      involvement: OnceRead {
        try Involvement(of: person, parts: parts, organization: organization, reading)
          .isInvolved(in: document)
      },
      definition: definition,
      stoppedChild: OnceRead {
        guard let instance, instance.status.isOpen else { return nil }
        return try Self.children(of: instance.id, reading).first { $0.status == .stopped }
      },
      root: OnceRead { try instance.flatMap { try Self.root(of: $0, reading) } })
  }

  private static func openItems(
    of instance: InstanceID, _ reading: any StoreReading
  ) throws -> [WorkItem] {
    var items: [WorkItem] = []
    var after: WorkItemID?
    repeat {
      let window = try reading.workItems(
        WorkItemQuery(.openOfInstance(instance), after: after, limit: 500))
      items += window
      after = window.count == 500 ? window.last?.id : nil
    } while after != nil
    return items
  }

  /// The open instances of lines that an instance started.
  private static func openLines(
    of root: InstanceID, _ reading: any StoreReading
  ) throws -> [StoredInstance] {
    try children(of: root, reading).filter { $0.line != nil }
  }

  /// The open instances that an instance started and waits for.
  private static func children(
    of parent: InstanceID, _ reading: any StoreReading
  ) throws -> [StoredInstance] {
    var children: [StoredInstance] = []
    var after: InstanceID?
    repeat {
      let window = try reading.instances(InstanceQuery(parent: parent, after: after, limit: 500))
      children += window.filter { $0.status.isOpen && $0.parent?.isDependent == true }
      after = window.count == 500 ? window.last?.id : nil
    } while after != nil
    return children.sorted { $0.id < $1.id }
  }

  /// The instance at the top of those that wait for one another.
  private static func root(
    of instance: StoredInstance, _ reading: any StoreReading
  ) throws -> StoredInstance? {
    var top = instance
    for _ in 0..<64 {
      guard let parent = top.parent, parent.isDependent,
        let found = try reading.instance(parent.instance)
      else { break }
      top = found
    }
    return top
  }

  /// The person's answer whose message still waits in the queue, the latest if several.
  private static func heldAnswer(
    of person: PersonID, _ instance: StoredInstance, _ now: Timestamp,
    _ reading: any StoreReading
  ) throws -> WorkItem? {
    try heldAnswers(instance, now, reading).last { $0.answer?.actor.person == person }
  }

  /// The items whose answers' messages still wait in the queue, in their order.
  private static func heldAnswers(
    _ instance: StoredInstance, _ now: Timestamp, _ reading: any StoreReading
  ) throws -> [WorkItem] {
    guard instance.status.isOpen else { return [] }
    return try reading.pendingMessages(of: instance.id, types: [.workItemAnswered])
      .filter { $0.canBeTakenBack(at: now) }
      .compactMap { try $0.payload.answer?.item.flatMap { try reading.workItem($0) } }
  }
}

extension WorkflowDefinition {
  /// Whether lines of the document run as instances of their own.
  var hasLines: Bool { allElements.contains { $0.kind == LinesElement.keyword } }
}
