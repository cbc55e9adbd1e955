// What the page of statistics tells of itself.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

extension StatisticsPage: ListPage {
  var kind: PageKind { .statistics }
  /// What took long is not counted again by itself.
  var readings: [Reading] {
    isCurrent && !isLive && failure == nil ? [] : [.statistics(request)]
  }
  var filterFields: [String] { Self.filterFields }
  var emptyText: String {
    if let failure { return failure }
    return "Nothing was answered or is open in this time. ] looks at a longer one."
  }
  var isLoaded: Bool { answer != nil || failure != nil }

  mutating func take(_ answer: ReadAnswer, for reading: Reading, _ context: PageContext) {
    if case .statistics(let answer) = answer, case .statistics(let request) = reading {
      take(answer, for: request)
    }
  }

  mutating func take(failure: String, of reading: Reading) -> Bool {
    guard case .statistics(request) = reading else { return false }
    let isKnown = self.failure == failure
    self.failure = failure
    return isKnown
  }

  mutating func forget() {
    answered = nil
    failure = nil
  }

  var selectedID: String? {
    selected.map { Self.id(of: $0).split(separator: "\u{1}").joined(separator: " ") }
  }

  /// The documents that took longest.
  var opening: Opening? {
    guard let selected else { return nil }
    guard !selected.slowest.isEmpty else {
      return .overlay(
        .text(TextOverlay(title: "Slowest", lines: ["Nothing was answered here in this time."])))
    }
    let choices = selected.slowest.map { answer in
      Chooser.Choice(
        id: answer.document.rawValue, label: Age.text(answer.took) + ", " + answer.person.rawValue,
        note: "answered " + String(answer.answeredAt.iso8601.prefix(10)))
    }
    let title = [selected.element?.description, selected.step, selected.person?.rawValue]
      .compactMap { $0 }.joined(separator: " · ")
    return .overlay(
      .chooser(
        Chooser(title: "Slowest: " + title, kind: .listed, choices: choices) { state, choice in
          state.open(DocumentID(choice.id), type: "")
        }))
  }

  var standing: [StatusPart] {
    isCurrent ? [] : [StatusPart("reading…", .warning, rank: 2)]
  }

  func draw(in frame: inout Frame, layout: PageLayout, state: InterfaceState) {
    let view = StatisticsView(page: self, state: state)
    frame.draw(in: layout.top) { view.drawTop(in: &$0) }
    state.drawList(in: &frame, layout: layout)
    let title = selected.map {
      StyledText(Self.name(of: $0, state.context) + " · waited less than", .heading)
    }
    state.drawDetail(in: &frame, layout: layout, title: title) { nil }
    guard let rect = layout.detail else { return }
    frame.draw(in: rect) { canvas in
      let inner = Rect(
        column: 1, row: 1, columns: canvas.columns - 2, rows: canvas.rows - 1)
      canvas.within(inner) { view.drawDetail(in: &$0) }
    }
  }
}
