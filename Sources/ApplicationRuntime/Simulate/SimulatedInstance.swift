// One instance of a simulated run: it lives in memory only.

import Workflow
import WorkflowRuntime

struct SimulatedInstance {
  let definition: WorkflowDefinition
  var document: StoredDocument
  let parent: ParentElement?
  var state: InstanceState?
  let start: InstanceState
  var status = InstanceStatus.pending
}
