// One call of tmux, from its start to its end.

import Foundation

/// Runs tmux with no signal blocked. Threads of a test may have signals blocked, and what they start
/// would have them blocked for ever: a server that learns of no child's end never ends itself.
struct TmuxCommand {
  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  let path: String
  let variables: [String: String]

  /// - Parameter output: the file that takes what it writes.
  func run(_ words: [String], output file: String) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var arguments: [UnsafeMutablePointer<CChar>?] = ([path] + words).map { strdup($0) }
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0)=\($1)") }
    defer { for text in arguments + environment { free(text) } }
    arguments.append(nil)
    environment.append(nil)
    var process: pid_t = 0
    let number = posix_spawn(&process, path, &actions, &attributes, arguments, environment)
    guard number == 0 else { throw Failed(description: "tmux cannot be started: \(number)") }
    var status: Int32 = 0
    guard Waiting.until(within: .seconds(20), { waitpid(process, &status, WNOHANG) == process })
    else {
      kill(process, SIGKILL)
      waitpid(process, &status, 0)
      throw Failed(description: "tmux \(words.joined(separator: " ")) does not end")
    }
    guard status == 0 else {
      let told = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
      throw Failed(description: "tmux \(words.joined(separator: " ")): \(told)")
    }
  }
}
