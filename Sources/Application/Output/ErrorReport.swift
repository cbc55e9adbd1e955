// How errors are told on standard error: in words, or as one line of JSON.

import ApplicationRuntime
import Screen
import Workflow

struct ErrorReport {
  let isJSON: Bool
  let errors: any TextSink

  /// Whether the arguments ask for JSON, also when they cannot be parsed.
  static func asksForJSON(_ arguments: [String]) -> Bool {
    for (position, argument) in arguments.enumerated() {
      if argument == "--" { return false }
      if argument.hasPrefix("--output=json") { return true }
      if argument == "--output", position + 1 < arguments.count {
        return arguments[position + 1].hasPrefix("json")
      }
    }
    return false
  }

  func write(_ error: EngineError) throws {
    if isJSON {
      let line: JSON = ["version": 1, "error": error.outputJSON]
      try errors.write(line.text + "\n")
    } else {
      let lines = ["countersign: " + error.message] + error.details.map { "  " + $0 }
      try errors.write(lines.map { Self.safe($0) + "\n" }.joined())
    }
  }

  /// A mistake in the arguments; in words it comes with the usage.
  func writeUsage(message: String, full: String) throws {
    if isJSON {
      try write(EngineError(.usage, message))
    } else {
      try errors.write(Self.safe(full) + "\n")
    }
  }

  /// The text with its line ends kept and everything else made harmless.
  static func safe(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).displaySafe }.joined(separator: "\n")
  }
}

extension EngineError {
  /// The error as an object: `code`, `message`, `details`.
  var outputJSON: JSON {
    [
      "code": .string(code.rawValue), "message": .string(message),
      "details": details.isEmpty ? .null : .array(details.map { .string($0) }),
    ]
  }
}
