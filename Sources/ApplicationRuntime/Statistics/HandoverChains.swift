// Work items that went from one person to the next: one wait for the element and the step.

import Workflow
import WorkflowRuntime

/// Follows the items of one instance in their order. An item that is escalated, delegated or
/// reassigned goes on as another one, and the wait with it.
struct HandoverChains {
  private struct Key: Hashable {
    let element: ElementPath
    let pass: Int
    let step: String?
    /// Whose answer it is to be; nil for a task or a choice, which has one item at a time.
    let person: PersonID?

    init(_ item: WorkItem) {
      element = item.element
      pass = item.pass
      step = item.step
      person = item.kind == .approval ? item.onBehalfOf ?? item.assignee : nil
    }
  }

  /// Those that were handed over, with the beginning of their chain, and that nobody has got yet.
  private var waiting: [Key: (since: Timestamp, item: WorkItem)] = [:]

  /// Since when the element waits for what this item asks.
  mutating func since(_ item: WorkItem) -> Timestamp {
    let key = Key(item)
    let since = waiting.removeValue(forKey: key)?.since ?? item.createdAt
    if item.status.isHandedOver { waiting[key] = (since, item) }
    return since
  }

  /// Those that went to nobody in the end: the system answered in their place.
  var answeredBySystem: [(since: Timestamp, item: WorkItem)] {
    waiting.values.filter { $0.item.status == .escalated }.sorted { $0.item.id < $1.item.id }
  }
}

extension WorkItem.Status {
  /// Whether somebody else got it in place of its person.
  var isHandedOver: Bool { self == .escalated || self == .delegated || self == .reassigned }
}
