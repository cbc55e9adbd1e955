// Lists longer than what is read of them.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Long lists")
struct LongListTests {
  /// A person with many documents, and an engine's answers to what the page asks.
  struct Desk {
    var state: InterfaceState
    var all: [DocumentRow]
    /// What was read since the last look.
    var requests: [ListRequest<DocumentRow>] = []

    init(_ count: Int = 5_000) {
      all = (1...count).reversed().map { Self.row($0) }
      state = .sample()
      serve(state.press("2"))
    }

    static func row(_ number: Int) -> DocumentRow {
      let euros = Money(minorUnits: Int64(number % 97) * 100, currency: .euro)
      let at = Sample.now.advanced(by: .seconds(number - 1_000_000))
      return DocumentRow(
        id: DocumentID("ER-" + String(String(1_000_000 + number).dropFirst())),
        type: "expense-report", title: "Trip \(number)", originator: "frank",
        originatorName: "Frank Berg", status: .draft, waitingFor: nil, total: euros, revision: 1,
        instance: nil, createdAt: at, submittedAt: nil, changedAt: at)
    }

    func window(_ request: ListRequest<DocumentRow>) -> Window<DocumentRow> {
      var choice = WindowChoice(request, precedes: ListPlace.newestFirst)
      let calendar = state.context.calendar
      for row in all where request.filter.matches(row.filterRow, calendar: calendar) {
        choice.add(row)
      }
      return choice.window(total: all.count, looked: all.count, isComplete: true)
    }

    /// Answers what was asked for until nothing is.
    mutating func serve(_ effects: [Effect]) {
      var waiting = effects
      for _ in 0..<20 {
        let readings = waiting.readings
        waiting = []
        for case .documents(let request) in readings {
          requests.append(request)
          waiting += state.answer(.documents(request), .documents(window(request)))
        }
        if waiting.isEmpty { return }
      }
      Issue.record("it reads without end")
    }

    mutating func press(_ keys: String) {
      for key in keys.split(separator: " ") { serve(state.press(String(key))) }
    }

    mutating func type(_ text: String) {
      for character in text { serve(state.type(String(character))) }
    }

    var list: ListState { state.page.list ?? ListState(columns: []) }
    var selected: String { list.selectedRow?.cells[1].text ?? "" }
  }

  @Test("Home and End go to the ends of any list, and only a window of it is read")
  func ends() {
    var desk = Desk()
    #expect(desk.selected == "Trip 5000")
    #expect(desk.state.text().contains("Reports · 5000 of 5000"))
    desk.press("G")
    #expect(desk.selected == "Trip 1")
    #expect(desk.list.all.count <= ListRequest<DocumentRow>.usualSpan * 2)
    desk.press("k k")
    #expect(desk.selected == "Trip 3")
    desk.press("g")
    #expect(desk.selected == "Trip 5000")
    #expect(desk.list.top == 0)
  }

  @Test("page after page leads through the whole list, none left out")
  func pages() {
    var desk = Desk(2_000)
    let height = desk.list.height
    for page in 1...(1_990 / height) {
      desk.press("PgDn")
      #expect(desk.selected == "Trip \(2_000 - page * height)")
      #expect(desk.list.all.count <= ListRequest<DocumentRow>.usualSpan * 2)
    }
    desk.press("G")
    for page in 1...(1_990 / height) {
      desk.press("PgUp")
      #expect(desk.selected == "Trip \(1 + page * height)")
    }
  }

  @Test("keys that come before their rows are read are not lost")
  func owed() {
    var desk = Desk(2_000)
    let height = desk.list.height
    var effects: [Effect] = []
    for _ in 1...(1_200 / height) { effects += desk.state.press("PgDn") }
    desk.serve(effects)
    #expect(desk.selected == "Trip \(2_000 - 1_200 / height * height)")
  }

  @Test("the cursor stays on its row while the list changes, and what came above is told")
  func identity() {
    var desk = Desk()
    desk.press("PgDn PgDn PgDn")
    let selected = desk.selected
    let place = (desk.list.selectedIndex ?? 0) - desk.list.top
    desk.all = (5_001...6_200).reversed().map(Desk.row) + desk.all
    desk.serve(desk.state.update(.storeChanged))
    #expect(desk.selected == selected)
    #expect((desk.list.selectedIndex ?? 0) - desk.list.top == place)
    #expect(desk.list.newAbove == 1_200)
    #expect(desk.state.text().contains("1200 new above"))
    desk.press("PgDn PgDn")
    #expect(desk.list.newAbove == 1_200, "rows that were only read are no news")
    desk.press("g")
    #expect(desk.selected == "Trip 6200")
    #expect(desk.list.newAbove == 0)
  }

  @Test("the row in the place of a selected one that goes is selected")
  func gone() {
    var desk = Desk()
    desk.press("G PgUp PgUp")
    let selected = desk.selected
    guard let index = desk.all.firstIndex(where: { $0.title == selected }) else { return }
    let next = desk.all[index + 1].title
    desk.all.remove(at: index)
    desk.serve(desk.state.update(.storeChanged))
    #expect(desk.selected == next)
  }

  @Test("of a long list the engine filters, and says how many it looked at")
  func filter() {
    var desk = Desk()
    desk.press("/")
    desk.type("amount=96")
    #expect(desk.requests.last?.filter.source == "amount=96")
    #expect(desk.state.text().contains("51 of 5000"))
    #expect(desk.list.visible.count == 51)
    #expect(desk.selected == "Trip 4946")
    desk.type("!trip")
    #expect(desk.state.text().contains("Nothing passes the filter. Looked at 5000 rows."))
    desk.press("Esc")
    #expect(desk.state.text().contains("5000 of 5000"))
  }

  @Test("of a long list the engine sorts, and the cursor stays on its row")
  func sort() {
    var desk = Desk()
    desk.press("PgDn")
    let selected = desk.selected
    desk.state.page.list?.set(sort: .init(column: 3, isDescending: true))
    desk.serve(desk.state.update(.input(.tick)))
    #expect(desk.requests.last?.order == ListOrder("amount", isDescending: true))
    #expect(desk.selected == selected)
    // A key that comes before the rows are in their order means the order that is on.
    desk.state.page.list?.set(sort: .init(column: 1, isDescending: false))
    var effects = desk.state.update(.input(.tick))
    effects += desk.state.press("g")
    desk.serve(effects)
    #expect(desk.selected == "Trip 1")
    desk.state.page.list?.set(sort: .init(column: 3, isDescending: true))
    desk.serve(desk.state.update(.input(.tick)))
    desk.press("g")
    #expect(desk.list.selectedRow?.cells[3].text == "96.00 EUR")
    desk.press("G")
    #expect(desk.list.selectedRow?.cells[3].text == "0.00 EUR")
  }

  @Test("a list that is read whole is filtered and sorted at once, without reading")
  func short() {
    var desk = Desk(50)
    desk.requests = []
    desk.press("/")
    desk.type("trip 4")
    desk.press("Enter")
    #expect(desk.state.text().contains("14 of 50"))
    desk.state.page.list?.set(sort: .init(column: 0, isDescending: false))
    desk.serve(desk.state.update(.input(.tick)))
    #expect(desk.list.visible.first?.cells[1].text == "Trip 4")
    #expect(desk.requests.isEmpty)
  }

  @Test("marks outlive the window, and a filter hides them without taking them away")
  func marks() {
    var desk = Desk()
    desk.press("Space Space G")
    #expect(desk.list.markedRows.map { $0.cells[1].text }.sorted() == ["Trip 4999", "Trip 5000"])
    #expect(desk.state.page.reports?.row("ER-005000")?.title == "Trip 5000")
    desk.press("/")
    desk.type("5000")
    #expect(desk.list.markedRows.count == 1)
    #expect(desk.list.hiddenMarks == 1)
  }

  @Test("what is found so far is shown, and a look that nobody waits for is stopped")
  func soFar() {
    var desk = Desk()
    _ = desk.state.press("/")
    let effects = desk.state.type("t")
    guard case .documents(let request)? = effects.readings.last else {
      Issue.record("nothing is read")
      return
    }
    let some = Window(
      rows: Array(desk.all.prefix(3)), next: nil,
      extent: ListExtent(total: 5_000, looked: 900, isComplete: false))
    _ = desk.state.update(
      .readSoFar(.documents(request), as: desk.state.viewer.actor, .documents(some)))
    #expect(desk.state.text().contains("3… of 5000"))
    let next = desk.state.type("r")
    #expect(
      next.contains { effect in
        if case .stopReading(let reading) = effect { reading == .documents(request) } else { false }
      })
    #expect(next.readings.count == 1)
  }

  @Test("a long list that changes all the time is not looked at all the time")
  func rest() {
    var desk = Desk()
    _ = desk.state.press("/")
    let asked = desk.state.type("t").readings
    desk.state.pass(2)
    for case .documents(let request) in asked {
      _ = desk.state.answer(.documents(request), .documents(desk.window(request)))
    }
    #expect(!desk.state.update(.storeChanged).readings.contains { $0.looksAtAll })
    #expect((desk.state.nextTick ?? .zero) <= .seconds(8))
    let now = desk.state.now.advanced(by: .seconds(9))
    let later = desk.state.update(.clock(now, uptime: desk.state.uptime + .seconds(9)))
    #expect(later.readings.contains { $0.looksAtAll })
  }
}
