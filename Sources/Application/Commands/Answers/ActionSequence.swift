// One action on several things: each succeeds or fails by itself, and each is named.

import ApplicationRuntime

struct ActionSequence {
  let session: Session

  /// Acts on each target and writes what became of it.
  ///
  /// - Parameter request: the request for one target.
  func run(
    on targets: [String], request: (String) throws -> ActionRequest
  ) throws -> ExitStatus {
    if targets.count == 1 {
      let outcome = try session.perform(try request(targets[0]))
      try write(ActionResultObject(target: targets[0], outcome: .success(outcome)))
      return .done
    }
    var results: [ActionResultObject] = []
    for target in targets {
      results.append(
        ActionResultObject(target: target, outcome: try attempt(target, request)))
    }
    return try write(results)
  }

  /// Acts on one document as a whole, with the words and the key of the command line.
  func run(_ action: Action, onDocument document: String) throws -> ExitStatus {
    try run(on: [document]) { document in
      ActionRequest(
        action, .document(try session.documentID(document)), comment: session.options.comment,
        key: session.options.key)
    }
  }

  /// What became of one target. Only what ends the whole run is thrown.
  private func attempt(
    _ target: String, _ request: (String) throws -> ActionRequest
  ) throws -> Result<ActionResultObject.Outcome, EngineError> {
    do {
      return .success(try session.perform(try request(target)))
    } catch let error as EngineError where !error.endsTheRun {
      return .failure(error)
    }
  }

  func write(_ result: ActionResultObject) throws {
    if session.output.format == .text {
      for line in result.lines { try session.output.say(line) }
    } else {
      try session.output.write(result)
    }
  }

  /// Writes the results of several; in text, failures go to standard error.
  func write(_ results: [ActionResultObject]) throws -> ExitStatus {
    if session.output.format == .text {
      for result in results {
        if case .failure(let error) = result.outcome {
          try session.output.note("\(result.target): \(error.message)")
        } else {
          try write(result)
        }
      }
    } else {
      try session.output.write(results)
    }
    return ExitStatus(of: results.map(\.status))
  }
}

extension EngineError {
  /// Whether nothing after it could succeed: the store itself is the matter.
  var endsTheRun: Bool {
    switch code {
    case .storeUnavailable, .storeForeign, .storeDamaged, .storeNewer, .interrupted: true
    default: false
    }
  }
}
