// Gathering what permissions are decided on, within one transaction.

import Workflow
import WorkflowRuntime

extension Permissions {
  /// What this person may do with a document.
  init(
    of person: PersonID, on document: StoredDocument, parts: EngineParts,
    organization: Organization, _ reading: any StoreReading
  ) throws {
    let instance = try document.instance.flatMap { try reading.instance($0) }
    var openItems: [WorkItem] = []
    if let instance, instance.status.isOpen {
      openItems = try reading.workItems(
        WorkItemQuery(.openOfInstance(instance.id), limit: 1_000))
    }
    self.init(
      person: person, organization: organization, type: try parts.type(document.type),
      document: document, instance: instance, openItems: openItems,
      heldAnswer: try Self.heldAnswer(of: person, instance, parts.clock.now(), reading))
  }

  /// The person's answer whose message still waits in the queue, the latest if several.
  private static func heldAnswer(
    of person: PersonID, _ instance: StoredInstance?, _ now: Timestamp,
    _ reading: any StoreReading
  ) throws -> WorkItem? {
    guard let instance, instance.status.isOpen else { return nil }
    let held = try reading.pendingMessages(of: instance.id, dueBy: .distantFuture, limit: 1_000)
      .last { $0.payload.answer?.actor.person == person && $0.canBeTakenBack(at: now) }
    return try held?.payload.answer?.item.flatMap { try reading.workItem($0) }
  }
}
