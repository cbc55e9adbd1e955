// What a robot expects of the screen. Each expectation that is not met throws the screen.

import Interface
import Screen

extension Robot {
  /// All the texts are on the screen.
  public func expect(
    _ texts: String..., file: StaticString = #fileID, line: UInt = #line
  ) throws {
    try look()
    let screen = text
    for expected in texts where !screen.contains(expected) {
      throw unmet("“\(expected)” on the screen", TestLine(file, line))
    }
  }

  /// The text is nowhere on the screen.
  public func expect(
    none unwanted: String, file: StaticString = #fileID, line: UInt = #line
  ) throws {
    try look()
    if text.contains(unwanted) {
      throw unmet("no “\(unwanted)” on the screen", TestLine(file, line))
    }
  }

  /// One line has all the words.
  public func expect(
    line words: String..., file: StaticString = #fileID, line: UInt = #line
  ) throws {
    try look()
    if self.line(words) == nil {
      throw unmet("a line with \(Self.list(words))", TestLine(file, line))
    }
  }

  /// The selected row has all the words.
  public func expect(
    selected words: String..., file: StaticString = #fileID, line: UInt = #line
  ) throws {
    try look()
    let selected = selectedLine ?? ""
    if let missing = words.first(where: { !selected.contains($0) }) {
      throw unmet("“\(missing)” in the selected row", TestLine(file, line))
    }
  }

  /// The status line begins with the place: `Inbox`, `Reports › ER-000021 · draft`.
  public func expect(
    place: String, file: StaticString = #fileID, line: UInt = #line
  ) throws {
    try look()
    if !frame.line(0).dropFirst().hasPrefix(place) {
      throw unmet("the page “\(place)”", TestLine(file, line))
    }
  }

  /// The last message that the pages told has the words.
  public func expect(
    told words: String, file: StaticString = #fileID, line: UInt = #line
  ) throws {
    try look()
    if interface.toasts.last?.text.contains(words) != true {
      let last = interface.toasts.last?.text ?? "nothing"
      throw unmet("“\(words)” told; it was: \(last)", TestLine(file, line))
    }
  }

  /// The action has its place on this page and is off, with a reason that has the words.
  public func expect(
    off name: String, because words: String = "", file: StaticString = #fileID,
    line: UInt = #line
  ) throws {
    try look()
    let kind = interface.keyContext
    let action = ActionName(rawValue: name).flatMap {
      interface.setup.table.action($0, in: kind)
    }
    switch action?.availability(interface) {
    case .off(let reason) where words.isEmpty || reason.contains(words): return
    case .off(let reason):
      throw unmet("“\(name)” off because “\(words)”; it says: \(reason)", TestLine(file, line))
    case .on: throw unmet("“\(name)” off; it is on", TestLine(file, line))
    case .absent, nil: throw unmet("“\(name)” off; it is not here", TestLine(file, line))
    }
  }

  /// The row that is selected, in a list, a menu or a dialog; nil when none is.
  public var selectedLine: String? {
    let glyphs = isASCII ? Glyphs.ascii : .unicode
    let frame = frame
    let rows = (0..<frame.size.rows).filter { row in
      frame.cells(row: row).contains { $0.style.modifiers.contains(.selected) }
        || frame.line(row).contains(glyphs.selection)
    }
    // What lies above is drawn last: an open menu has the selection that counts.
    let isOver = interface.dialog != nil || interface.overlay != nil
    return (isOver ? rows.last : rows.first).map { frame.line($0) }
  }

  static func list(_ words: [String]) -> String {
    words.map { "“\($0)”" }.joined(separator: " and ")
  }

  func unmet(_ expectation: String, _ line: TestLine) -> Unmet {
    Unmet(expectation: expectation, screen: text, place: line.words)
  }
}
