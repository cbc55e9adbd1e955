// What a commit did with one instance, as far as people are told of it.

import Workflow
import WorkflowRuntime

/// The history that a commit adds to an instance, and how its work items stand after it.
struct ToldCommit {
  let instance: StoredInstance
  let document: StoredDocument
  let state: InstanceState?
  let history: [HistoryEntry]
  /// Items that are new in it, closed ones as well.
  var opened: [WorkItem] = []
  /// Items that were there before and have changed.
  var changed: [WorkItem] = []
  /// The open items of the instance as they are known; nil when none has changed.
  var openItems: [WorkItem]?
}

extension ToldCommit {
  init(_ work: InstanceWork) {
    self.init(
      instance: work.instance, document: work.document, state: work.state, history: work.history,
      opened: work.newItems, changed: work.changedItems, openItems: work.openItems)
  }
}
