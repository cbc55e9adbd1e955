// The versions of a workflow that are gone, as they are written.

import Workflow

struct DeletedWorkflowObject: OutputObject {
  static let object = "deletedWorkflow"

  let workflow: WorkflowID
  let versions: [Int]

  var json: JSONObject {
    ["id": .text(workflow), "versions": .array(versions.map { .number($0) })]
  }

  var lines: [String] { versions.map { "\(workflow) version \($0)" } }
}
