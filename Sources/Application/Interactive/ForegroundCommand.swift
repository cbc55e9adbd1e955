// A command that has the terminal while it runs.

import ApplicationRuntime
import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Runs a line of the shell in this process's own group, so that it may read from the terminal: a
/// process of another group is refused its keys.
struct ForegroundCommand {
  let line: String
  /// What the line knows as `"$@"`; it is never read as a part of it.
  let arguments: [String]
  let environment: [String: String]
  /// The descriptor that its standard error goes to; nil for this process's own.
  var errors: Int32?

  /// - Returns: the exit status; nil when a signal ended it.
  func run() throws -> Int32? {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    var none = sigset_t()
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let errors { posix_spawn_file_actions_adddup2(&actions, errors, 2) }
    let words = (["sh", "-c", line, "sh"] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var id = pid_t()
    let failure = posix_spawn(&id, "/bin/sh", &actions, &attributes, words, variables)
    guard failure == 0 else {
      throw EngineError(.notFound, "/bin/sh cannot be run: \(String(cString: strerror(failure)))")
    }
    var code: Int32 = 0
    while waitpid(id, &code, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return code & 0x7F == 0 ? (code >> 8) & 0xFF : nil
  }
}
