// A command's process, in a group of its own.

import Foundation
import Workflow

#if canImport(Glibc)
  import Glibc
#endif

/// A process that was started, and whose end is asked for until it is told.
final class CommandProcess {
  /// What becomes of processes that it leaves in its group when it ends.
  enum Group {
    /// They are ended with it.
    case ends
    /// They go on: a program that sends mail may do so behind the back of its caller.
    case goesOn
  }

  private let id: pid_t
  private let group: Group
  private var status: CommandOutput.Status?

  /// Starts a program that is found by its path, or by its name in the PATH of its environment.
  ///
  /// - Parameter descriptors: what becomes its standard input, output and errors.
  init(
    words: [String], environment: [String], descriptors: [Int32], group: Group = .ends
  ) throws {
    self.group = group
    let program = words[0]
    let path = try Self.path(of: program, environment)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, end) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, end, Int32(number))
    }
    try LibraryCalls.changeFolder(&actions, to: "/")
    LibraryCalls.closeFrom(&actions, 3)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    var none = sigset_t()
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let arguments = words.map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var id = pid_t()
    let failure = posix_spawn(&id, path, &actions, &attributes, arguments, variables)
    guard failure == 0 else { throw Self.cannotRun(program, failure) }
    self.id = id
  }

  /// Nothing is looked for in the current folder, whatever PATH says.
  private static func path(of program: String, _ environment: [String]) throws -> String {
    if program.contains("/") { return program }
    let list = environment.first { $0.hasPrefix("PATH=") }?.dropFirst("PATH=".count) ?? ""
    for folder in list.split(separator: ":") where folder.hasPrefix("/") {
      let path = folder + "/" + program
      var status = stat()
      if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0 {
        return path
      }
    }
    throw cannotRun(program, ENOENT)
  }

  private static func cannotRun(_ program: String, _ code: Int32) -> EngineError {
    EngineError(
      .notFound,
      "“\(CommandOutput.shown(program) ?? "")” cannot be run: \(String(cString: strerror(code)))")
  }

  /// How it ended; nil while it runs. What it left behind in its group is ended with it, where it
  /// is to be, before its number can be given to another process.
  func ended() -> CommandOutput.Status? {
    if let status { return status }
    var info = siginfo_t()
    let isKnown = waitid(P_PID, id_t(id), &info, WEXITED | WNOHANG | WNOWAIT) == 0
    guard !isKnown || info.si_signo == SIGCHLD else { return nil }
    if isKnown, group == .ends { killGroup() }
    return reap()
  }

  /// Waits for its end, which is near: it was killed.
  func wait() { reap() }

  @discardableResult
  private func reap() -> CommandOutput.Status? {
    if let status { return status }
    var code: Int32 = 0
    var found = waitpid(id, &code, 0)
    while found < 0, errno == EINTR { found = waitpid(id, &code, 0) }
    let signal = code & 0x7F
    // Someone else may have asked for its end: how it was is not known then.
    if found < 0 {
      status = .killed(signal: 0)
    } else {
      status = signal == 0 ? .exited((code >> 8) & 0xFF) : .killed(signal: signal)
    }
    return status
  }

  /// Ends it, and what it started in its group.
  func killGroup() { kill(-id, SIGKILL) }
}

/// Calls of the C library that its headers show only to GNU programs.
private enum LibraryCalls {
  private typealias Actions = UnsafeMutablePointer<posix_spawn_file_actions_t>
  private typealias ChangeFolder = @convention(c) (Actions, UnsafePointer<CChar>) -> Int32
  private typealias CloseFrom = @convention(c) (Actions, Int32) -> Int32

  static func changeFolder(
    _ actions: inout posix_spawn_file_actions_t, to folder: String
  ) throws {
    guard let symbol = dlsym(nil, "posix_spawn_file_actions_addchdir_np"),
      unsafeBitCast(symbol, to: ChangeFolder.self)(&actions, folder) == 0
    else { throw EngineError(.notFound, "commands cannot be run on this system") }
  }

  /// Every descriptor is closed at the start of a program anyway; this is for one that was
  /// forgotten. Older systems lack it.
  static func closeFrom(_ actions: inout posix_spawn_file_actions_t, _ first: Int32) {
    guard let symbol = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np") else { return }
    _ = unsafeBitCast(symbol, to: CloseFrom.self)(&actions, first)
  }
}
