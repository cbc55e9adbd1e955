// Running a program for a notification: its input, its time, and what it said when it failed.

import Foundation
import Glibc

/// One run of a program, without a shell, in a process group of its own.
///
/// Its standard input is a file without a name, so that nobody has to feed it; standard output is
/// not read. It is killed with its whole group when its time is over; what it leaves behind when it
/// ends goes on. Called on a thread of its own: it waits.
struct ChildProcess {
  let arguments: [String]
  /// All of its environment.
  let environment: [String: String]
  let input: [UInt8]
  let timeout: Duration

  /// How often it is looked at, in milliseconds.
  private static let interval: Int32 = 20

  /// Runs it to its end.
  ///
  /// - Parameter isStopped: asked while it runs; it is killed then.
  /// - Throws: ``DeliveryFailure`` when it cannot be started, does not end in its time, or fails.
  func run(isStopped: () -> Bool = { false }) throws {
    let input = try InputFile(self.input)
    defer { input.close() }
    let errors = try ErrorPipe()
    defer { errors.close() }
    let process = try start(input: input.descriptor, errors: errors.writing)
    errors.closeWriting()
    guard let status = waitForEnd(of: process, errors, isStopped) else {
      process.killGroup()
      process.wait()
      throw DeliveryFailure(
        isStopped() ? "it was ended with this program" : "no end within \(timeout)")
    }
    let end: String
    switch status {
    case .exited(0): return
    case .exited(let status): end = "exit status \(status)"
    case .killed(let signal): end = "signal \(signal)"
    case .timedOut: end = "no end within \(timeout)"
    }
    let words = DeliveryFailure.firstLine(errors.bytes).map { ": \($0)" } ?? ""
    throw DeliveryFailure("\(arguments[0]): \(end)\(words)")
  }

  /// Listens to it until it ends; nil when its time is over.
  private func waitForEnd(
    of process: CommandProcess, _ errors: ErrorPipe, _ isStopped: () -> Bool
  ) -> CommandOutput.Status? {
    let deadline = ContinuousClock.now.advanced(by: timeout)
    while true {
      let status = process.ended()
      errors.read()
      if let status { return status }
      guard ContinuousClock.now < deadline, !isStopped() else { return nil }
      errors.wait(atMost: Self.interval)
    }
  }

  private func start(input: Int32, errors: Int32) throws -> CommandProcess {
    let nothing = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer { close(nothing) }
    do {
      return try CommandProcess(
        words: arguments,
        environment: environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" },
        descriptors: [input, nothing, errors], group: .goesOn)
    } catch let error as EngineError {
      throw DeliveryFailure(error.message)
    }
  }
}

extension ChildProcess {
  /// What of this process's environment a child gets: where programs are, and in which language
  /// they speak. Nothing else is its business.
  static func environment(adding own: [String: String]) -> [String: String] {
    let known: Set = ["PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ"]
    let kept = ProcessInfo.processInfo.environment.filter { known.contains($0.key) }
    return kept.merging(own) { _, own in own }
  }
}
