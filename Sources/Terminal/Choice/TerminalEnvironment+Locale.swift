// Which locale is set, and with it whether the pages are drawn in UTF-8 or in ASCII.

extension TerminalEnvironment {
  struct LocaleChoice: Hashable, Sendable {
    let name: String
    let isUTF8: Bool
  }

  private static let fallback = "C.UTF-8"

  /// Whether pages and command output use the ASCII twins of their glyphs.
  ///
  /// - Parameter option: `--ascii`.
  package func usesASCII(_ option: Bool, probe: TerminalProbe = .system) -> Bool {
    option || !chooseLocale(probe: probe).isUTF8
  }

  /// The named locale; without a name, or where a UTF-8 locale is named that is not installed here, the
  /// one that every system has.
  func chooseLocale(probe: TerminalProbe) -> LocaleChoice {
    let named = value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG")
    if let named, let characterSet = probe.characterSet(named) {
      return LocaleChoice(name: named, isUTF8: Self.isUTF8(characterSet))
    }
    if named.map(Self.claimsUTF8) ?? true, let characterSet = probe.characterSet(Self.fallback) {
      return LocaleChoice(name: Self.fallback, isUTF8: Self.isUTF8(characterSet))
    }
    return LocaleChoice(name: "C", isUTF8: false)
  }

  /// `de_DE.UTF-8` and `de_DE.utf8@euro` do.
  private static func claimsUTF8(_ locale: String) -> Bool {
    guard let dot = locale.firstIndex(of: ".") else { return false }
    return isUTF8(String(locale[locale.index(after: dot)...].prefix { $0 != "@" }))
  }

  private static func isUTF8(_ characterSet: String) -> Bool {
    ["utf8", "utf-8"].contains(characterSet.lowercased())
  }
}
