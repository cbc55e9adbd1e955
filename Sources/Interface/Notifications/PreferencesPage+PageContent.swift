// What the form of preferences tells of itself.

import ApplicationRuntime
import Screen
import Workflow

extension PreferencesPage: ListPage {
  var kind: PageKind { .preferences }
  var readings: [Reading] { [.preferences] }
  var place: String? { "preferences" }
  var count: String? { nil }

  mutating func take(_ answer: ReadAnswer, for reading: Reading, _ context: PageContext) {
    if case .preferences(let rows) = answer { take(rows) }
  }

  mutating func click(at point: Point, _ layout: PageLayout, _ context: PageContext) -> Bool {
    guard layout.rows.contains(point) else { return false }
    list.select(clicked: point.row - layout.rows.row)
    let columns = ListView.layout(list.columns, width: layout.rows.columns)
    if let index = columns.index(at: point.column - ListView.margin), index >= Self.leading {
      column = index - Self.leading
    }
    return false
  }

  func draw(in frame: inout Frame, layout: PageLayout, state: InterfaceState) {
    frame.draw(in: layout.top) { canvas in
      _ = canvas.write(note, column: 1, row: 0, width: max(0, canvas.columns - 2))
    }
    state.drawList(in: &frame, layout: layout)
    drawCursor(in: &frame, layout: layout)
  }

  /// What the signs mean, and which ways there are none of here.
  private var note: StyledText {
    var text = StyledText("· as the organisation says", .dim)
    let missing = NotificationTransport.allCases.filter { !transports.contains($0) }
    if isLoaded, !missing.isEmpty {
      text.append(
        "   not set up here: " + missing.map(\.word).joined(separator: ", "), .dim)
    }
    return text
  }

  private func drawCursor(in frame: inout Frame, layout: PageLayout) {
    let columns = ListView.layout(list.columns, width: layout.rows.columns)
    guard let index = list.selectedIndex, index >= list.top, index < list.top + layout.rows.rows,
      let place = columns.placement(of: column + Self.leading)
    else { return }
    frame.draw(in: layout.rows) { canvas in
      let cell = Rect(
        column: ListView.margin + place.column - 1, row: index - list.top,
        columns: place.width + 2, rows: 1)
      canvas.restyle(cell) { _ in .focusedField }
    }
  }
}
