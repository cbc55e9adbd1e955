/// Why there is no screen.
package struct TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  package struct Code: Hashable, Sendable {
    /// Input or output is not a terminal.
    package static let noTerminal = Code(name: "noTerminal")

    /// ncurses or the system refused.
    package static let unusable = Code(name: "unusable")

    /// The process has a screen already.
    package static let alreadyOpen = Code(name: "alreadyOpen")

    let name: String
  }

  package let code: Code

  /// One sentence that a person can act on.
  package let message: String

  package var description: String { message }
}
