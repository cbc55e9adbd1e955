// A saved version of a workflow as it is written.

import ApplicationRuntime
import Workflow

struct WorkflowObject: OutputObject {
  static let object = "workflow"
  static let columns = [
    TextColumn("Workflow"), TextColumn("Version", isRight: true), TextColumn("Active"),
    TextColumn("Type", priority: 1), TextColumn("Title", priority: 2, minimum: 10),
    TextColumn("Saved", priority: 3), TextColumn("By", priority: 4),
    TextColumn("Comment", priority: 5, minimum: 8),
  ]

  let version: StoredWorkflowVersion
  var isWhole = false

  init(_ version: StoredWorkflowVersion, isWhole: Bool = false) {
    self.version = version
    self.isWhole = isWhole
  }

  var json: JSONObject {
    [
      "id": .text(version.workflow), "version": .number(version.version),
      "workflowVersion": .number(version.version),
      "active": .bool(version.isActive), "type": .text(version.documentType),
      "title": .string(version.title), "comment": .text(version.comment),
      "savedAt": .time(version.savedAt), "savedBy": .optional(version.savedBy),
      "source": isWhole ? .string(version.source) : .null,
    ]
  }

  var cells: [String] {
    [
      version.workflow.description, String(version.version), version.isActive ? "active" : "",
      version.documentType.description, version.title, Words.time(version.savedAt),
      version.savedBy?.description ?? "", version.comment ?? "",
    ]
  }
}
