// A difference between two versions of a workflow, as it is written.

import Workflow

struct WorkflowChangeObject: OutputObject {
  static let object = "workflowChange"
  static let columns = [TextColumn("Change")]

  let change: WorkflowChange

  init(_ change: WorkflowChange) { self.change = change }

  var json: JSONObject {
    var result: JSONObject = ["element": nil, "step": nil, "kind": nil, "change": nil]
    switch change.subject {
    case .workflow: break
    case .element(let path, let kind):
      result["element"] = .text(path)
      result["kind"] = .string(kind)
    case .step(let name, let path):
      result["element"] = .text(path)
      result["step"] = .string(name)
    }
    result["from"] = JSON.null
    result["to"] = JSON.null
    result["keys"] = []
    switch change.kind {
    case .added: result["change"] = "added"
    case .removed: result["change"] = "removed"
    case .moved(let from, let to):
      result["change"] = "moved"
      result["from"] = .string(from)
      result["to"] = .string(to)
    case .changed(let keys):
      result["change"] = "changed"
      result["keys"] = .array(
        keys.map { ["key": .string($0.key), "from": .text($0.from), "to": .text($0.to)] })
    }
    return result
  }

  var cells: [String] { [change.description] }
}
