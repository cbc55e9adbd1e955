// Whether output is coloured: the option, then NO_COLOR, then the configuration, then the terminal.

extension TerminalEnvironment {
  /// - Parameter isTerminal: false for output that goes to a file or a pipe.
  package func usesColor(
    _ option: ColorChoice?, configured: ColorChoice?, isTerminal: Bool = true
  ) -> Bool {
    switch option {
    case .always: return true
    case .never: return false
    case .auto, nil: break
    }
    if value("NO_COLOR") != nil { return false }
    switch configured {
    case .always: return true
    case .never: return false
    case .auto, nil: return isTerminal && value("TERM") != nil && value("TERM") != "dumb"
    }
  }
}
