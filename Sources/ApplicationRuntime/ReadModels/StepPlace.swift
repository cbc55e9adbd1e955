// Which step of an approval a work item belongs to.

import Workflow
import WorkflowRuntime

/// `manager, 1 of 2`, and how many of those who are asked decide it: `single`.
public struct StepPlace: Hashable, Sendable {
  /// From 1.
  public let number: Int
  public let count: Int
  /// As the workflow writes it.
  public let policy: String
}

extension Route {
  /// The steps of the items of approvals.
  func places(of items: [WorkItem]) -> [WorkItemID: StepPlace] {
    var places: [WorkItemID: StepPlace] = [:]
    for item in items {
      guard let approval = definition.element(at: item.element)?.definition as? ApprovalElement,
        let index = approval.steps.firstIndex(where: { $0.name == item.step })
      else { continue }
      places[item.id] = StepPlace(
        number: index + 1, count: approval.steps.count,
        policy: approval.steps[index].policy.description)
    }
    return places
  }
}
