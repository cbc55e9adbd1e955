// A process of the program, with files for its input and output.

import Foundation

/// A child process. It is reaped when it is waited for, and killed when nobody holds it any more.
final class RunningProgram {
  struct LaunchError: Error {
    let number: Int32
  }

  let process: pid_t
  let startedAt = ContinuousClock.now
  private var ending: Int32?

  /// - Parameters:
  ///   - words: the path of the executable and its arguments.
  ///   - isJob: whether it has a process group of its own, as a job of a shell: only such a one
  ///     can be stopped as Ctrl-Z does.
  init(
    _ words: [String], variables: [String: String], input: String, output: String, errors: String,
    isJob: Bool = false
  ) throws {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    if isJob { posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP)) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    let mode: mode_t = 0o600
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, mode)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, mode)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0)=\($1)") }
    defer { for text in arguments + environment { free(text) } }
    arguments.append(nil)
    environment.append(nil)
    var process: pid_t = 0
    let number = posix_spawn(
      &process, words[0], &actions, &attributes, arguments, environment)
    guard number == 0 else { throw LaunchError(number: number) }
    self.process = process
  }

  deinit {
    guard ending == nil else { return }
    kill(process, SIGKILL)
    _ = waitForEnd(within: .seconds(10))
  }

  func send(_ signal: Int32) {
    if ending == nil { kill(process, signal) }
  }

  /// Whether it stands still, by a signal that stops it, until it is continued.
  var isStopped: Bool {
    let path = "/proc/\(process)/stat"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: ")").last?.split(separator: " ").first == "T"
  }

  /// How it ended: its exit status, or 1000 and the number of the signal; nil while it runs.
  var end: Int32? {
    if let ending { return ending }
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return nil }
    let signal = status & 0x7F
    ending = signal == 0 ? (status >> 8) & 0xFF : 1000 + signal
    return ending
  }

  /// Waits for its end; nil when it has not come in time.
  func waitForEnd(within time: Duration) -> Int32? {
    _ = Waiting.until(within: time, every: .milliseconds(1)) { end != nil }
    return end
  }
}
