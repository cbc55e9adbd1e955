// Whether an item is the final approver's, asked because the originator was among the others.

import Workflow
import WorkflowRuntime

extension InstanceState {
  /// Whether an item belongs to a final round: its originator must never get it.
  func asksFinally(by item: WorkItem) -> Bool {
    guard !item.isSentBack, let element = elements[item.element], element.pass == item.pass
    else { return false }
    return asksFinalApprover(at: item.element, step: item.step)
  }
}

extension StoredInstance {
  /// The same of the state that is saved; what cannot be read bars nobody.
  func asksFinally(by item: WorkItem) -> Bool {
    guard let state, let json = try? JSON(parsing: state) else { return false }
    return (try? InstanceState(stored: json))?.asksFinally(by: item) ?? false
  }
}
