// Runs one command to its end: a process group of its own, bounded in time and in what is kept.

import Foundation
import Workflow

#if canImport(Glibc)
  import Glibc
#endif

/// One run of a program, without a shell, in the root folder.
struct CommandRun {
  let words: [String]
  /// `NAME=value`; nothing else is inherited.
  let environment: [String]
  /// What it reads from its standard input.
  let input: [UInt8]
  let timeout: Duration

  /// How long to wait for the process between two looks at it.
  private static let look: Int32 = 10
  /// What it left in its pipes when it ended, and no more: a process that it left behind may write
  /// for ever.
  private static let mostLeftOver = 256 * 1024

  /// Runs it to its end. Processes that it left behind in its group are ended, too.
  func run() throws -> CommandOutput {
    let pipes = try CommandPipes()
    defer { pipes.close() }
    let process = try CommandProcess(
      words: words, environment: environment, descriptors: pipes.theirs)
    pipes.closeTheirs()
    var feed = input[...]
    var output = LineKeeper(.last)
    var errors = LineKeeper(.first)
    let deadline = ContinuousClock.now + timeout
    return SignalMask.withoutBrokenPipes {
      var status: CommandOutput.Status?
      while status == nil {
        pipes.wait(milliseconds: Self.look, writes: !feed.isEmpty)
        pipes.write(&feed)
        pipes.read(&output, &errors, atMost: .max)
        status = process.ended()
        if status == nil, ContinuousClock.now >= deadline {
          process.killGroup()
          process.wait()
          status = .timedOut
        }
      }
      pipes.read(&output, &errors, atMost: Self.mostLeftOver)
      return CommandOutput(
        status: status ?? .timedOut, lastLine: output.text(), firstError: errors.text())
    }
  }
}

/// The signals of this thread.
private enum SignalMask {
  /// Keeps the end of a program that does not read its input from ending this process.
  static func withoutBrokenPipes<Result>(_ body: () throws -> Result) rethrows -> Result {
    var broken = sigset_t()
    var before = sigset_t()
    sigemptyset(&broken)
    sigaddset(&broken, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &broken, &before)
    defer {
      var now = timespec()
      while sigtimedwait(&broken, nil, &now) > 0 {}
      pthread_sigmask(SIG_SETMASK, &before, nil)
    }
    return try body()
  }
}
