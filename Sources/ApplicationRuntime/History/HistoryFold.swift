// The state of an instance, put together from what its history says.

import Workflow
import WorkflowRuntime

/// Folds the changes of state of one instance, entry by entry. No code of a workflow is run.
struct HistoryFold {
  private(set) var state: InstanceState?

  /// - Throws: ``RuntimeError`` when the change cannot be read or does not fit.
  mutating func take(_ entry: HistoryEntry) throws(RuntimeError) {
    guard let change = entry.change else { return }
    // The first change is the whole state; so is that of an instance whose state was lost.
    if let state, change["instance"] == nil {
      self.state = try state.applying(change)
    } else {
      state = try InstanceState(stored: change)
    }
  }
}
