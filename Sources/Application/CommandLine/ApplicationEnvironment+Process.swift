// The world as this process finds it.

import ApplicationRuntime
import Foundation

extension ApplicationEnvironment {
  /// The process's own user, variables and standard streams.
  static func ofThisProcess(types: [any DocumentType]) -> ApplicationEnvironment {
    let isOutputTerminal = isatty(STDOUT_FILENO) == 1
    return ApplicationEnvironment(
      types: types, variables: ProcessInfo.processInfo.environment, login: loginName(),
      userNumber: getuid(), isInputTerminal: isatty(STDIN_FILENO) == 1,
      isOutputTerminal: isOutputTerminal, columns: isOutputTerminal ? terminalColumns() : nil,
      input: DescriptorSource(STDIN_FILENO),
      output: DescriptorSink(STDOUT_FILENO, isBuffered: true),
      errors: DescriptorSink(STDERR_FILENO, isBuffered: false), clock: SystemClock())
  }

  private static func loginName() -> String {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16_384)
    guard getpwuid_r(getuid(), &entry, &buffer, buffer.count, &found) == 0, found != nil,
      let name = entry.pw_name
    else { return String(getuid()) }
    return String(cString: name)
  }

  private static func terminalColumns() -> Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
