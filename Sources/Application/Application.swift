// The program: reads its arguments, runs one command, and ends with its status.

import ApplicationRuntime
import ArgumentParser
import Foundation
import Screen
import Workflow

/// The whole program around the document types that a developer names.
///
/// ```swift
/// import Application
/// import Expenses
///
/// Application.run(types: [ExpenseReport()])
/// ```
public enum Application {
  /// Runs the command that the process's arguments name and ends the process.
  ///
  /// - Parameter types: the document types that this program knows.
  public static func run(types: [any DocumentType]) -> Never {
    // A closed output pipe is an error of the write, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
    // So is a file that may not grow: it is told like a full disk.
    signal(SIGXFSZ, SIG_IGN)
    let environment = ApplicationEnvironment.ofThisProcess(types: types)
    guard let arguments = ProcessArguments.read() else {
      // What is no text cannot be told as one; nothing was done.
      let refused = EngineError(.usage, "An argument is not UTF-8 text; nothing was done.")
      try? ErrorReport(isJSON: false, errors: environment.errors).write(refused)
      exit(ExitStatus.usage.rawValue)
    }
    exit(perform(arguments, in: environment).rawValue)
  }

  /// Runs one command in a given world.
  ///
  /// - Returns: the exit status of the process.
  package static func perform(
    _ arguments: [String], in environment: ApplicationEnvironment
  ) -> ExitStatus {
    let report = ErrorReport(
      isJSON: ErrorReport.asksForJSON(arguments), errors: environment.errors)
    do {
      let status = try perform(arguments, in: environment, report: report)
      try environment.output.flush()
      return status
    } catch is ClosedPipe {
      // Nobody reads: there is nobody to tell.
      return .done
    } catch {
      let error = error as? EngineError ?? EngineError(.internal, String(describing: error))
      // Where standard error fails too, the status alone tells.
      try? report.write(error)
      return ExitStatus(error.code)
    }
  }

  private static func perform(
    _ arguments: [String], in environment: ApplicationEnvironment, report: ErrorReport
  ) throws -> ExitStatus {
    do {
      var parsed = try RootCommand.parseAsRoot(ArgumentOrder.normalized(arguments))
      guard let command = parsed as? any Command else {
        // The parser's own help command: running it throws the help that was asked for.
        try parsed.run()
        return .done
      }
      return try command.run(
        CommandContext(
          environment: environment, options: command.options,
          configuration: try Configuration(variables: environment.variables)))
    } catch let closed as ClosedPipe {
      throw closed
    } catch let error as EngineError {
      try environment.output.flush()
      try report.write(error)
      return ExitStatus(error.code)
    } catch let error as StoreError {
      try report.write(EngineError(error))
      return ExitStatus(EngineError(error).code)
    } catch {
      return try endOfParsing(error, report: report, environment: environment)
    }
  }

  /// Help and versions go to the output, mistakes in the arguments to standard error.
  private static func endOfParsing(
    _ error: any Error, report: ErrorReport, environment: ApplicationEnvironment
  ) throws -> ExitStatus {
    if RootCommand.exitCode(for: error) == .success {
      try environment.output.write(HelpText.arranged(RootCommand.fullMessage(for: error)) + "\n")
      return .done
    }
    guard RootCommand.exitCode(for: error) == .validationFailure else {
      try report.write(EngineError(.internal, String(describing: error)))
      return .failed
    }
    try report.writeUsage(
      message: RootCommand.message(for: error), full: RootCommand.fullMessage(for: error))
    return .usage
  }
}
