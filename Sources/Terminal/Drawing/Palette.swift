import CTerminal
import Screen

/// The looks of styles as ncurses numbers them, found once per style.
struct Palette {
  struct Entry: Hashable {
    let attributes: Int32
    let pair: Int32
  }

  private let theme: Theme
  private let colors: Int
  private var entries: [Style: Entry] = [:]

  /// - Parameter colors: how many the terminal has; with fewer than eight there are none.
  init(_ theme: Theme, colors: Int) {
    self.theme = colors < 8 ? .monochrome : theme
    self.colors = colors
  }

  mutating func entry(for style: Style) -> Entry {
    if let entry = entries[style] { return entry }
    let entry = makeEntry(theme.appearance(of: style))
    entries[style] = entry
    return entry
  }

  private func makeEntry(_ appearance: Appearance) -> Entry {
    var attributes = Self.flags(of: appearance.attributes)
    guard appearance.foreground != nil || appearance.background != nil else {
      return Entry(attributes: attributes, pair: 0)
    }
    // Eight colours have no bright half; bold stands for it, as these terminals always did.
    let isBright = appearance.foreground.map { $0.rawValue >= 8 } ?? false
    if isBright, colors < 16 { attributes |= Int32(TERMINAL_BOLD) }
    let pair = terminal_color_pair(index(appearance.foreground), index(appearance.background))
    return Entry(attributes: attributes, pair: pair)
  }

  private func index(_ color: Color?) -> Int32 {
    guard let color else { return -1 }
    return Int32(colors < 16 ? color.rawValue % 8 : color.rawValue)
  }

  private static func flags(of attributes: Appearance.Attributes) -> Int32 {
    var flags = 0
    if attributes.contains(.bold) { flags |= Int(TERMINAL_BOLD) }
    if attributes.contains(.dim) { flags |= Int(TERMINAL_DIM) }
    if attributes.contains(.underlined) { flags |= Int(TERMINAL_UNDERLINED) }
    if attributes.contains(.reversed) { flags |= Int(TERMINAL_REVERSED) }
    return Int32(flags)
  }
}
