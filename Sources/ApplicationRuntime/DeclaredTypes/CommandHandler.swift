// Event handlers that are commands.

import Workflow
import WorkflowRuntime

extension EventHandler {
  /// A handler that runs a command, which gets event and document as JSON on standard input.
  ///
  /// The last line of what it writes goes to the history. One that ends with another status than 0
  /// has failed, with the first line of its errors.
  static func command(_ command: CommandDeclaration, schema: DocumentSchema) -> EventHandler {
    // The command is ended first: nothing of it hangs on when the engine looks at its own limit.
    .outside(
      timeout: command.timeout + .seconds(5), atOnce: command.atOnce,
      status: command.status.map { DocumentStatus(word: $0) }
    ) { context in
      let call = CommandCall(context, schema: schema)
      let output = try CommandRun(
        words: command.words, environment: call.environment(of: .current),
        input: Array(call.input.text.utf8), timeout: command.timeout
      ).run()
      guard output.status == .exited(0) else {
        throw CommandFailure(
          program: command.words[0], status: output.status, timeout: command.timeout,
          words: CommandOutput.shown(output.firstError))
      }
      return CommandOutput.shown(output.lastLine)
    }
  }
}

/// A command did not do what it was asked to.
struct CommandFailure: Error, CustomStringConvertible {
  let program: String
  let status: CommandOutput.Status
  let timeout: Duration
  let words: String?

  var description: String {
    let what =
      switch status {
      case .exited(let code): "ended with status \(code)"
      case .killed(let signal): "was ended by signal \(signal)"
      case .timedOut: "did not end within \(timeout.words) and was killed"
      }
    return "\(CommandOutput.shown(program) ?? "") \(what)" + (words.map { ": \($0)" } ?? "")
  }
}
