// A page in lines: a list as numbered rows, anything else in words.

import Screen

extension LinearState {
  /// So many rows are written at once.
  static let portion = 20

  /// The page when it is another one, the selected row when it was asked for, else what is new.
  mutating func tellPage() {
    if let list = interface.page.list {
      tell(list)
    } else {
      tellWords()
    }
    wantsPage = false
    wantsSelection = false
    wantsMore = false
  }

  private var key: String {
    let list = interface.page.list
    let place =
      "\(interface.pages.count) \(interface.page.kind) \(interface.page.content.place ?? "")"
    guard let list else { return place }
    return
      "\(place) /\(list.filter.source) \(list.sort.map { "\($0.column) \($0.isDescending)" } ?? "")"
  }

  // MARK: Lists

  private mutating func tell(_ list: ListState) {
    if wantsPage || written.key != key {
      written = WrittenPage(
        key: key, rows: list.visible.map(\.id), total: list.total,
        known: Set(list.visible.map(\.id)))
      tellHead()
      if list.visible.isEmpty {
        say(
          interface.placeholder(
            of: list, isLoaded: interface.page.content.isLoaded,
            empty: interface.page.content.emptyText))
      } else {
        say("Columns: " + list.columns.map(\.title).filter { !$0.isEmpty }.joined(separator: ", "))
      }
      tellRows()
    } else if wantsMore {
      tellMore(of: list)
    } else if wantsSelection, let row = list.selectedRow {
      say(text(of: row, marked: list.marks.contains(row.id)))
      for line in detail() { say(line) }
    } else {
      tellNews(in: list)
    }
  }

  /// Where one is, what is shown of it, and what stands above the list.
  private mutating func tellHead() {
    let content = interface.page.content
    var parts = [interface.pages.first?.kind.title ?? ""]
    if let place = content.place { parts[0] += " › " + place }
    if let count = content.count { parts.append(count) }
    if let list = content.focusedList, !list.filter.isEmpty {
      parts.append("filter " + list.filter.source)
    }
    parts += content.standing.map(\.text.plain)
    parts += [interface.viewer.name, interface.setup.storeName]
    if interface.isHeld { parts.append("held") }
    say("")
    say(parts.joined(separator: " · "))
    let size = Size(columns: max(width, PageLayout.smallest.columns), rows: 24)
    let layout = PageLayout(size: size, kind: interface.page.kind)
    guard layout.top.rows > 0 else { return }
    for line in lines(in: layout.top, of: size) { say(line) }
  }

  /// `more`: the next rows; of a long list they are read first.
  mutating func more() {
    guard written.count >= written.rows.count, let list = interface.page.list, list.hasAfter,
      let last = written.rows.last
    else { return tellRows() }
    interface.page.list?.selection = last
    wantsMore = true
  }

  /// The rows that were read behind those that are written.
  private mutating func tellMore(of list: ListState) {
    let shown = list.visible.map(\.id)
    let place = written.rows.last.flatMap { shown.firstIndex(of: $0) }
    let new = place.map { shown[($0 + 1)...] } ?? shown[...]
    written.rows += new
    written.known = Set(shown)
    written.total = list.total
    tellRows()
  }

  /// The next rows, with the numbers that they keep.
  mutating func tellRows() {
    guard let list = interface.page.list else { return }
    let begin = written.count
    let end = min(written.rows.count, begin + Self.portion)
    guard begin < end else {
      if begin > 0 { say("These are all rows.") }
      return
    }
    let shown = Dictionary(list.visible.map { ($0.id, $0) }) { first, _ in first }
    for index in begin..<end {
      guard let row = shown[written.rows[index]] else { continue }
      say("\(index + 1). " + text(of: row, marked: list.marks.contains(row.id)))
    }
    written.count = end
    let left = written.rows.count - end + (list.reach?.extent.after ?? 0)
    if left > 0 { say("\(left) more: more shows them.") }
  }

  private func text(of row: ListRow, marked: Bool) -> String {
    let cells = row.cells.map { ($0.exported ?? $0.text).displaySafe.trimmed }.filter {
      !$0.isEmpty && $0 != "–"
    }
    return cells.joined(separator: ", ") + (marked ? ", marked" : "")
  }

  /// What stands beside the selected row.
  private func detail() -> [String] {
    let size = Size(columns: max(width, 200), rows: 60)
    let layout = PageLayout(size: size, kind: interface.page.kind)
    guard let rect = layout.detail else { return [] }
    return lines(in: rect, of: size)
  }

  private mutating func tellNews(in list: ListState) {
    let (new, gone) = news(in: list)
    guard new + gone > 0 else { return }
    written.known = Set(list.visible.map(\.id))
    written.total = list.total
    var parts: [String] = []
    if new > 0 { parts.append("\(plural(new, "new row"))") }
    if gone > 0 { parts.append("\(plural(gone, "row")) gone") }
    say("News: " + parts.joined(separator: ", ") + ". list shows the rows.")
  }

  /// How many rows came and went. Of a long list they are not known one by one: what was only read
  /// now is no news.
  private func news(in list: ListState) -> (new: Int, gone: Int) {
    guard list.reach == nil else {
      let more = list.total - written.total
      return (max(0, more), max(0, -more))
    }
    let shown = Set(list.visible.map(\.id))
    return (shown.subtracting(written.known).count, written.known.subtracting(shown).count)
  }

  // MARK: Pages without a list

  private mutating func tellWords() {
    let lines = words()
    guard wantsPage || written.key != key || written.lines != lines else { return }
    let isNew = written.key != key
    if isNew || wantsPage {
      tellHead()
      for line in lines { say(line) }
    } else {
      say("News: this page has changed. list shows it.")
    }
    written = WrittenPage(key: key, lines: lines)
  }

  /// The page in its own words, or what is drawn of it without the lines of boxes.
  private func words() -> [String] {
    let content = interface.page.content
    if let own = content.words(interface.context, width: width) { return own.map(\.plain) }
    let size = Size(columns: max(width, PageLayout.smallest.columns), rows: 500)
    let layout = PageLayout(size: size, kind: interface.page.kind)
    return lines(in: layout.sheet, of: size)
  }

  /// What a part of the page shows, in lines of text.
  private func lines(in rect: Rect, of size: Size) -> [String] {
    var frame = Frame(size: size, glyphs: .unicode)
    interface.page.content.draw(
      in: &frame, layout: PageLayout(size: size, kind: interface.page.kind), state: interface)
    return (rect.row..<rect.endRow).compactMap { row in
      let line = frame.line(row, columns: rect.column..<rect.column + rect.columns)
      let text = line.withoutBoxes
      return text.isEmpty ? nil : text
    }
  }
}

extension String {
  /// The words of a drawn line: without the strokes of boxes and rules, with single gaps.
  fileprivate var withoutBoxes: String {
    // Boxes, rules and the blocks of plots: their numbers stand beside them.
    let strokes: ClosedRange<Unicode.Scalar> = "\u{2500}"..."\u{259F}"
    let bare = String(
      map { character in
        guard let scalar = character.unicodeScalars.first else { return character }
        return strokes.contains(scalar) ? " " : character
      })
    var words: [Substring] = []
    for part in bare.split(separator: "  ", omittingEmptySubsequences: true) {
      let word = part.drop { $0 == " " }
      if !word.isEmpty { words.append(word) }
    }
    return words.map(String.init).joined(separator: "  ")
  }
}
