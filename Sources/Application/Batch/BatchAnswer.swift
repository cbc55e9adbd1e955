// The answer to a line of a batch, as it is written.

import ApplicationRuntime
import Workflow

/// What a line did.
enum BatchOutcome {
  /// An action, or a change of a document.
  case acted(Session.Outcome)
  /// Something else, told as the object that it changed.
  case other(any OutputObject)
}

struct BatchAnswer {
  let number: Int
  let outcome: Result<BatchOutcome, EngineError>

  var status: ExitStatus {
    switch outcome {
    case .success: .done
    case .failure(let error): ExitStatus(error.code)
    }
  }

  /// One line of JSON.
  var text: String {
    var line: JSONObject = ["version": 1, "line": .number(number)]
    switch outcome {
    case .failure(let error):
      line["ok"] = false
      line["error"] = error.outputJSON
    case .success(.acted(let outcome)):
      let result = ActionResultObject(target: "", outcome: .success(outcome))
      for (key, value) in result.json where key != "target" && key != "error" { line[key] = value }
    case .success(.other(let object)):
      line["ok"] = true
      line["document"] = .null
      line["workItems"] = []
      line["instance"] = .null
      line["status"] = .null
      line["handled"] = true
      line["repeated"] = false
      line[type(of: object).object] = .object(object.json)
    }
    return JSON.object(line).text
  }
}
