// An instance and its work items as an archive keeps them.

import Workflow
import WorkflowRuntime

extension StoredInstance {
  func archiveJSON(entries: Int) -> JSON {
    [
      "object": "instance", "id": id.json, "document": document.json,
      "documentType": documentType.json, "workflow": workflow.json, "workflowVersion": version.json,
      "originator": originator.json, "status": status.json,
      "error": error.map { .string($0) } ?? .null, "savedPoint": savedPoint.json,
      // As a text: its bytes were hashed.
      "state": state.map { .string($0) } ?? .null, "line": line?.json ?? .null,
      "parent": parent?.instance.json ?? .null, "createdAt": createdAt.json,
      "endedAt": endedAt?.json ?? .null, "entries": entries.json,
    ]
  }

  init(archived object: StoredObject) throws {
    self.init(
      id: try object.required("id"), document: try object.required("document"),
      documentType: try object.required("documentType"),
      workflow: try object.required("workflow"),
      version: try object.required("workflowVersion"),
      originator: try object.required("originator"), status: try object.required("status"),
      error: try object.optional("error"), savedPoint: try object.required("savedPoint"),
      state: try object.optional("state"), line: try object.optional("line"),
      createdAt: try object.required("createdAt"), endedAt: try object.optional("endedAt"))
  }
}

extension WorkItem {
  var archiveJSON: JSON {
    [
      "object": "workItem", "id": id.json, "instance": instance.json, "kind": kind.json,
      "element": element.json, "step": step.map { .string($0) } ?? .null,
      "subject": .string(subject), "instructions": instructions.map { .string($0) } ?? .null,
      "assignee": assignee?.json ?? .null, "candidates": candidates.json, "status": status.json,
      "createdAt": createdAt.json, "dueAt": dueAt?.json ?? .null,
      "closedAt": closedAt?.json ?? .null, "answer": answer?.json ?? .null,
    ]
  }
}
