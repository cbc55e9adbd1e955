// The page of the very first start: there is no store yet.

import Screen

/// Three choices: look around, start my own store, open another one.
package struct FirstStart: Sendable {
  package enum Choice: Hashable, Sendable {
    case demo
    case own
    /// Another store, by its path.
    case other(String)
  }

  private enum Entry: Int, CaseIterable { case demo, own, other }

  private let path: String
  private var selected = Entry.demo
  /// The path of another store, while it is typed.
  private var typed: TextArea?
  package private(set) var choice: Choice?
  package private(set) var isDone = false

  /// Why the store that was named last cannot be opened.
  private let complaint: String?

  /// - Parameters:
  ///   - path: where a store of one's own would be.
  ///   - refused: another store that was named and cannot be opened, and why.
  package init(path: String, refused: (path: String, reason: String)? = nil) {
    self.path = path
    complaint = refused?.reason
    guard let refused else { return }
    selected = .other
    typed = TextArea(refused.path)
  }

  package mutating func update(_ event: InputEvent) {
    switch event {
    case .key(let key): if typed == nil { choose(with: key) } else { type(key) }
    case .paste(let text): typed?.insert(text)
    case .interrupted, .terminate, .hangup: isDone = true
    case .mouse, .resize, .wake, .tick, .suspending, .resumed: break
    }
  }

  private mutating func choose(with key: Key) {
    switch key {
    case .up, .character("k"), .backtab: move(by: -1)
    case .down, .character("j"), .tab: move(by: 1)
    case .character("1"): take(.demo)
    case .character("2"): take(.own)
    case .character("3"): take(.other)
    case .enter: take(selected)
    case .escape, .character("q"), .character("Q"), .control("c"): isDone = true
    default: break
    }
  }

  private mutating func type(_ key: Key) {
    switch key {
    case .escape: typed = nil
    case .control("c"): isDone = true
    case .enter:
      guard let typed, typed.hasWords else { return }
      choice = .other(typed.text)
      isDone = true
    default: _ = typed?.handle(key)
    }
  }

  private mutating func move(by step: Int) {
    let count = Entry.allCases.count
    selected = Entry(rawValue: (selected.rawValue + step + count) % count) ?? .demo
  }

  private mutating func take(_ entry: Entry) {
    selected = entry
    switch entry {
    case .demo: choice = .demo
    case .own: choice = .own
    case .other:
      typed = TextArea()
      return
    }
    isDone = true
  }

  /// The question in lines, for the linear mode.
  package static func lines(path: String) -> [String] {
    let start = FirstStart(path: path)
    return ["Countersign", question]
      + Entry.allCases.map { entry in
        let (title, note) = start.words(entry)
        return "\(entry.rawValue + 1). \(title): \(note)"
      }
  }

  private static let question = "There is no store yet. What would you like to do?"

  // MARK: Picture

  package func render(size: Size, glyphs: Glyphs) -> Frame {
    var frame = Frame(size: size, glyphs: glyphs)
    frame.draw { canvas in
      let width = min(canvas.columns - 4, 70)
      let area = canvas.bounds.centered(Size(columns: max(0, width), rows: min(size.rows, 13)))
      canvas.within(area) { draw(in: &$0) }
    }
    return frame
  }

  private func draw(in canvas: inout Canvas) {
    canvas.write("Countersign", column: 0, row: 0, style: .title)
    canvas.write(Self.question, column: 0, row: 1, width: canvas.columns)
    for entry in Entry.allCases {
      let row = 3 + entry.rawValue * 2
      let (title, note) = words(entry)
      canvas.write("\(entry.rawValue + 1)", column: 2, row: row, style: .key)
      canvas.write(title, column: 4, row: row, style: .emphasis)
      canvas.write(note, column: 4, row: row + 1, width: max(0, canvas.columns - 4), style: .dim)
      if entry == selected {
        canvas.write(canvas.glyphs.selection, column: 0, row: row, style: .accent)
      }
    }
    if let typed {
      canvas.write("Path: ", column: 0, row: 10, style: .heading)
      canvas.within(Rect(column: 6, row: 10, columns: canvas.columns - 6, rows: 1)) {
        TextAreaView(area: typed, isFocused: true).draw(in: &$0)
      }
      if let complaint {
        canvas.write("! " + complaint, column: 0, row: 11, width: canvas.columns, style: .danger)
      }
    }
    canvas.write(
      typed == nil ? "Enter takes it   q quits" : "Enter opens it   Esc goes back", column: 0,
      row: 12, style: .dim)
  }

  private func words(_ entry: Entry) -> (title: String, note: String) {
    switch entry {
    case .demo:
      ("Look around", "A demo with a sample organisation; removed when you leave.")
    case .own: ("Start my own store", path)
    case .other: ("Open another store", "You name its path.")
    }
  }
}
