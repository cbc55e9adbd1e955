// What an action did, as it is written: also the answers of `batch`.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct ActionResultObject: OutputObject {
  static let object = "result"

  /// What was named on the command line or in the line of a batch.
  let target: String
  let outcome: Result<Outcome, EngineError>

  struct Outcome {
    var result: ActionResult
    /// Whether everything that followed was handled, not only posted.
    var isHandled: Bool
  }

  var status: ExitStatus {
    switch outcome {
    case .success: .done
    case .failure(let error): ExitStatus(error.code)
    }
  }

  var json: JSONObject {
    switch outcome {
    case .success(let outcome):
      let result = outcome.result
      return [
        "target": .string(target), "ok": true, "document": .text(result.document),
        "workItems": .texts(result.workItems), "instance": .optional(result.instance),
        "status": .string(result.status.rawValue), "handled": .bool(outcome.isHandled),
        "repeated": .bool(result.isRepeated), "error": nil,
      ]
    case .failure(let error):
      return [
        "target": .string(target), "ok": false, "document": nil, "workItems": [], "instance": nil,
        "status": nil, "handled": false, "repeated": false, "error": error.outputJSON,
      ]
    }
  }

  static let columns = [TextColumn("Target"), TextColumn("Result", minimum: 10)]
  var cells: [String] {
    switch outcome {
    case .success(let outcome): [target, outcome.result.message]
    case .failure(let error): [target, error.message]
    }
  }

  var lines: [String] {
    switch outcome {
    case .success(let outcome): [outcome.result.message]
    case .failure(let error): ["\(target): \(error.message)"]
    }
  }
}
