import Foundation

/// Where the program runs, as far as the terminal is concerned.
package struct TerminalEnvironment: Hashable, Sendable {
  package var variables: [String: String]
  package var isInputTerminal: Bool
  package var isOutputTerminal: Bool

  package init(variables: [String: String], isInputTerminal: Bool, isOutputTerminal: Bool) {
    self.variables = variables
    self.isInputTerminal = isInputTerminal
    self.isOutputTerminal = isOutputTerminal
  }

  /// The environment of this process.
  package static func current() -> TerminalEnvironment {
    TerminalEnvironment(
      variables: ProcessInfo.processInfo.environment,
      isInputTerminal: isatty(STDIN_FILENO) == 1,
      isOutputTerminal: isatty(STDOUT_FILENO) == 1)
  }

  /// A variable that is set to something.
  func value(_ name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
