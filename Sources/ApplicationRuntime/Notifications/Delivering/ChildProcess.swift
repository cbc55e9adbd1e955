// Running a program for a notification: its input, its time, and what it said when it failed.

import Foundation
import Glibc

/// One run of a program, without a shell, in a process group of its own.
///
/// Its standard input is a file without a name, so that nobody has to feed it; standard output is
/// not read. It is killed with its whole group when its time is over. Called on a thread of its
/// own: it waits.
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
    let child = try spawn(input: input.descriptor, errors: errors.writing)
    errors.closeWriting()
    guard let status = waitForEnd(of: child, errors, isStopped) else {
      kill(-child, SIGKILL)
      var ignored: Int32 = 0
      while waitpid(child, &ignored, 0) < 0, errno == EINTR {}
      throw DeliveryFailure(
        isStopped() ? "it was ended with this program" : "no end within \(timeout)")
    }
    guard status != 0 else { return }
    let end = status & 0x7F == 0 ? "exit status \(status >> 8 & 0xFF)" : "signal \(status & 0x7F)"
    let words = DeliveryFailure.firstLine(errors.bytes).map { ": \($0)" } ?? ""
    throw DeliveryFailure("\(arguments[0]): \(end)\(words)")
  }

  /// Listens to it until it ends; nil when its time is over.
  private func waitForEnd(
    of child: pid_t, _ errors: ErrorPipe, _ isStopped: () -> Bool
  ) -> Int32? {
    let deadline = ContinuousClock.now.advanced(by: timeout)
    while true {
      var status: Int32 = 0
      let result = waitpid(child, &status, WNOHANG)
      errors.read()
      if result == child { return status }
      // Nobody else waits for it; were it gone all the same, its end cannot be known.
      if result < 0, errno != EINTR { return Self.unknownEnd }
      guard ContinuousClock.now < deadline, !isStopped() else { return nil }
      errors.wait(atMost: Self.interval)
    }
  }

  private static let unknownEnd: Int32 = 0xFF00

  private func spawn(input: Int32, errors: Int32) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var words = arguments.map { strdup($0) } + [nil]
    var variables =
      environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, arguments[0], &actions, &attributes, &words, &variables)
    guard code == 0 else {
      throw DeliveryFailure("\(arguments[0]) cannot be started: \(DeliveryFailure.words(code))")
    }
    return child
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
