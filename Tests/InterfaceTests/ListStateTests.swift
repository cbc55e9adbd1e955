// The habits of lists.

import Screen
import Testing
import Workflow

@testable import ApplicationRuntime
@testable import Interface

@Suite("Lists")
struct ListStateTests {
  let calendar = FilterCalendar(today: .earliest, dayOf: { $0.dayInUTC })

  func rows(_ ids: [Int], text: (Int) -> String = { "row \($0)" }) -> [ListRow] {
    ids.map { id in
      ListRow(
        id: String(id),
        cells: [ListCell(String(id), order: .number(Double(id))), ListCell(text(id))],
        filter: FilterRow(texts: [text(id)], fields: [:]))
    }
  }

  func list(_ ids: [Int], height: Int = 5) -> ListState {
    var list = ListState(columns: [Column("No", .fixed(4)), Column("Text", .flexible())])
    list.height = height
    list.replace(rows(ids), calendar: calendar)
    return list
  }

  @Test("the selection stays on its identity, and new rows are told above it")
  func identity() {
    var list = list(Array(1...20))
    list.select(index: 10)
    let place = (list.selectedIndex ?? 0) - list.top
    list.replace(rows([101, 102, 103] + Array(1...20)), calendar: calendar)
    #expect(list.selection == "11")
    #expect((list.selectedIndex ?? 0) - list.top == place)
    #expect(list.newAbove == 3)
    list.select(index: 0)
    #expect(list.newAbove == 0)
  }

  @Test("when the selected row goes, the one in its place is selected")
  func vanished() {
    var list = list([1, 2, 3, 4])
    list.select(index: 1)
    list.replace(rows([1, 3, 4]), calendar: calendar)
    #expect(list.selection == "3")
    list.replace(rows([1]), calendar: calendar)
    #expect(list.selection == "1")
    list.replace([], calendar: calendar)
    #expect(list.selection == nil)
  }

  @Test("the selection is always on the screen")
  func scrolling() {
    var list = list(Array(1...50))
    for index in [0, 49, 25, 3, 49, 0] {
      list.select(index: index)
      #expect(index >= list.top && index < list.top + list.height)
    }
    list.move(by: -1000)
    #expect(list.selectedIndex == 0)
    list.move(by: 1000)
    #expect(list.selectedIndex == 49)
    #expect(list.top == 45)
    list.scroll(by: -30)
    #expect(list.top == 15)
    #expect(list.selectedIndex == 19)
  }

  @Test("marks count what the filter hides apart")
  func marks() {
    var list = list(Array(1...12))
    list.toggleAllMarks()
    list.set(filter: RowFilter("row 1"))
    #expect(list.markedRows.map(\.id) == ["1", "10", "11", "12"])
    #expect(list.hiddenMarks == 8)
    list.toggleAllMarks()
    #expect(list.marks.count == 8)
    list.clearMarks()
    #expect(list.marks.isEmpty)
  }

  @Test("sorting goes by column, turns round and comes back to the store's order")
  func sorting() {
    var list = list([2, 3, 1])
    list.set(sort: .init(column: 0, isDescending: false))
    #expect(list.visible.map(\.id) == ["1", "2", "3"])
    list.reverse()
    #expect(list.visible.map(\.id) == ["3", "2", "1"])
    list.set(sort: .init(column: 7, isDescending: false))
    #expect(list.sort == nil)
    #expect(list.visible.map(\.id) == ["2", "3", "1"])
  }

  @Test("a row that was made elsewhere is selected as soon as it is there")
  func awaited() {
    var list = list([1, 2])
    list.awaitedSelection = "3"
    list.replace(rows([1, 2]), calendar: calendar)
    #expect(list.selection == "1")
    list.replace(rows([3, 1, 2]), calendar: calendar)
    #expect(list.selection == "3")
  }

  @Test("changed cells are known until they are cleared")
  func changes() {
    var list = list([1, 2])
    list.replace(rows([1, 2], text: { $0 == 2 ? "other" : "row 1" }), calendar: calendar)
    #expect(list.changed == ["2": [1]])
    list.clearChanges()
    #expect(list.changed.isEmpty)
  }

  @Test("columns become as wide as their content and never narrower, whatever the rows say later")
  func fitting() {
    var list = ListState(columns: [
      Column("No", .fixed(6), least: 4), Column("Text", .flexible(minimum: 5), least: 3),
    ])
    #expect(list.columns.map(\.width) == [.fixed(4), .flexible(minimum: 4)])
    list.fitColumns(to: rows([12_345]))
    #expect(list.columns.map(\.width) == [.fixed(5), .flexible(minimum: 5)])
    #expect(list.columns[1].maximum == "row 12345".count)
    list.fitColumns(to: rows([1]))
    #expect(list.columns[0].width == .fixed(5))
    list.fitColumns(to: rows([123_456_789]))
    #expect(list.columns[0].width == .fixed(6))
  }

  @Test("rows that come above a row selected elsewhere are told too")
  func newAboveElsewhere() {
    var list = list([3, 2, 1], height: 2)
    list.selection = "4"
    list.replace(rows([9, 8, 7, 6, 5, 4, 3, 2, 1]), calendar: calendar)
    #expect(list.selection == "4")
    #expect(list.newAbove == list.top)
    #expect(list.newAbove > 0)
  }
}
