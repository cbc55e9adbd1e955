// The calendar: a month in which a day is chosen.

import Screen
import Testing
import Workflow

@testable import ApplicationRuntime
@testable import Interface

@Suite("Calendar")
struct CalendarTests {
  private func calendar(_ day: String) throws -> CalendarOverlay {
    let day = try #require(Day(iso8601: day))
    return CalendarOverlay(title: "Date", day: day, today: day) { _, _ in [] }
  }

  @Test("Weeks begin on Monday")
  func weeks() throws {
    let march = try calendar("2026-03-04")
    #expect(march.weeks.first?.compactMap { $0?.day } == [1])
    #expect(march.weeks.first?.count == 7)
    #expect(march.weeks.last?.compactMap { $0?.day } == [30, 31])
    #expect(march.weeks.count == 6)
  }

  @Test(
    "Arrows go by days and weeks, PgUp and PgDn by months, Home and End within the month",
    arguments: [
      (ActionName.left, "2026-01-30"), (.right, "2026-02-01"), (.up, "2026-01-24"),
      (.down, "2026-02-07"), (.pageDown, "2026-02-28"), (.pageUp, "2025-12-31"),
      (.first, "2026-01-01"), (.last, "2026-01-31"),
    ])
  func moving(name: ActionName, expected: String) throws {
    var calendar = try calendar("2026-01-31")
    let isMoved = calendar.move(name)
    #expect(isMoved)
    #expect(calendar.day.iso8601 == expected)
  }

  @Test("It ends where time ends")
  func ends() throws {
    var calendar = try calendar("9999-12-31")
    for name in [ActionName.right, .down, .pageDown, .last] { _ = calendar.move(name) }
    #expect(calendar.day == .latest)
    calendar.day = .earliest
    for name in [ActionName.left, .up, .pageUp, .first] { _ = calendar.move(name) }
    #expect(calendar.day == .earliest)
    #expect(!calendar.weeks.isEmpty)
  }

  @Test("From a date in EDIT mode Enter takes the day and Esc leaves the date as it is")
  func editing() throws {
    var state = InterfaceState.editing()
    state.page.document?.editor?.focus = .cell(line: 0, column: 0)
    let before = state.page.document?.editor?.content
    state.press("^K")
    #expect(state.overlay != nil)
    state.press("Right Esc")
    #expect(state.overlay == nil && state.page.document?.editor?.content == before)
    let day = try #require(before?.lines[0]["date"].day)
    state.press("F4 Right Down t PgDn PgUp Home Enter")
    #expect(state.overlay == nil)
    let chosen = state.page.document?.editor?.content.lines[0]["date"].day
    #expect(chosen != day && chosen?.day == 1)
    state.page.document?.editor?.focus = .cell(line: 0, column: 1)
    state.press("^K")
    #expect(state.toasts.last?.text == "The calendar is for dates")
  }

  @Test("A day is taken by the mouse")
  func mouse() throws {
    let calendar = try calendar("2026-03-04")
    let view = CalendarView(calendar: calendar)
    let size = Size(columns: 80, rows: 24)
    let rect = CalendarView.rect(in: size)
    var found: Set<Int> = []
    for row in rect.row..<rect.endRow {
      for column in rect.column..<rect.endColumn {
        if let day = view.day(at: Point(column: column, row: row), size: size) {
          found.insert(day.day)
        }
      }
    }
    #expect(found == Set(1...31))
  }
}

extension InterfaceState {
  /// A draft of the sample with two lines, in EDIT mode.
  static func editing(size: Size = Size(columns: 80, rows: 24)) -> InterfaceState {
    var state = InterfaceState.sample(size: size)
    _ = state.push(.document(DocumentPage(id: "ER-000021", type: "expense-report")))
    state.answer(.document("ER-000021"), .document(Sample.draft()))
    state.press("e")
    state.answer(
      .editing("expense-report"),
      .editing(EditorContext(today: Day(iso8601: "2026-03-03") ?? .earliest, currency: .euro)))
    return state
  }
}
