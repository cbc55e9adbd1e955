// What the log of messages tells of itself.

import ApplicationRuntime
import Screen

extension MessagesPage: ListPage {
  var kind: PageKind { .messages }
  var filterFields: [String] { Self.filterFields }
  var emptyText: String { "Nothing was told yet." }

  /// The text itself: an error is copied to be sent to somebody.
  var selectedID: String? { selected?.text }
  var opening: Opening? {
    selected.map { .overlay(.text(TextOverlay(title: "Message", lines: [$0.text]))) }
  }

  func draw(in frame: inout Frame, layout: PageLayout, state: InterfaceState) {
    state.drawList(in: &frame, layout: layout)
    let title = selected.map { entry in
      let times = entry.count > 1 ? " · \(entry.count) times" : ""
      return StyledText(
        Self.time(of: entry, state.context) + " · " + Self.word(of: entry.kind) + times, .heading)
    }
    state.drawDetail(in: &frame, layout: layout, title: title) { width in
      selected.map { $0.text.wrapped(to: width).map { StyledText($0) } } ?? []
    }
  }
}
