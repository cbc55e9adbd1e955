// The answer to a line of a batch, as it is written.

import ApplicationRuntime
import Workflow

struct BatchAnswer {
  let number: Int
  let outcome: Result<Session.Outcome, EngineError>

  private var result: ActionResultObject { ActionResultObject(target: "", outcome: outcome) }

  var status: ExitStatus { result.status }

  /// One line of JSON.
  var text: String {
    var line: JSONObject = ["version": 1, "line": .number(number)]
    switch outcome {
    case .failure(let error):
      line["ok"] = false
      line["error"] = error.outputJSON
    case .success:
      for (key, value) in result.json where key != "target" && key != "error" { line[key] = value }
    }
    return JSON.object(line).text
  }
}
