import Screen

// The decision between the screen, the linear mode and none.

extension TerminalEnvironment {
  /// Decides how the pages are shown here.
  ///
  /// - Throws: ``TerminalError/Code/noTerminal`` where nobody could answer a prompt.
  package func choose(
    _ options: TerminalOptions, probe: TerminalProbe = .system
  ) throws(TerminalError) -> TerminalChoice {
    guard isInputTerminal, isOutputTerminal else {
      throw TerminalError(
        code: .noTerminal,
        message: "Standard \(isInputTerminal ? "output" : "input") is not a terminal, so there is "
          + "nowhere to show the pages; every page has a command, see countersign --help.")
    }
    let locale = chooseLocale(probe: probe)
    let glyphs: Glyphs = options.ascii || !locale.isUTF8 ? .ascii : .unicode
    let isColored = usesColor(options.color, configured: options.configuredColor)
    switch chooseType(options, probe: probe) {
    case .linear(let reason):
      return .linear(LinearSetup(reason: reason, glyphs: glyphs, isColored: isColored))
    case .screen(let type, let note):
      return .screen(
        TerminalSetup(
          terminalType: type, note: note, locale: locale.name, glyphs: glyphs,
          theme: isColored ? Theme(options.theme) : .monochrome, mouse: options.mouse))
    }
  }

  private enum TypeChoice {
    case screen(type: String, note: String?)
    case linear(reason: String)
  }

  /// The type that stands in for terminals that speak as xterm does and are not in every terminfo.
  private static let substitute = "xterm-256color"
  private static let compatible: Set<Substring> = [
    "kitty", "ghostty", "alacritty", "foot", "wezterm",
  ]

  private func chooseType(_ options: TerminalOptions, probe: TerminalProbe) -> TypeChoice {
    if options.linear { return .linear(reason: "The linear mode was asked for.") }
    if let accessible = value("ACCESSIBLE"), accessible != "0" {
      return .linear(reason: "ACCESSIBLE is set, so the pages are shown in linear mode.")
    }
    guard let type = value("TERM") else {
      return .linear(reason: "TERM is not set, so the pages are shown in linear mode.")
    }
    switch probe.lookUp(type) {
    case .usable:
      return .screen(type: type, note: nil)
    case .withoutCursor:
      return .linear(
        reason: "The terminal type \(type.displaySafe) cannot move its cursor, so the pages are "
          + "shown in linear mode.")
    case .unknown:
      guard Self.speaksXterm(type), probe.lookUp(Self.substitute) == .usable else {
        return .linear(
          reason: "The terminal type \(type.displaySafe) is unknown here, so the pages are shown "
            + "in linear mode; TERM=\(Self.substitute) may suit it.")
      }
      return .screen(
        type: Self.substitute,
        note: "The terminal type \(type.displaySafe) is unknown here and taken as "
          + "\(Self.substitute).")
    }
  }

  private static func speaksXterm(_ type: String) -> Bool {
    let lowercased = type.lowercased()
    return lowercased.hasPrefix("xterm")
      || lowercased.split(separator: "-").contains { compatible.contains($0) }
  }
}
