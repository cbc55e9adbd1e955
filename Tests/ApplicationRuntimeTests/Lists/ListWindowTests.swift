// Windows of long lists: around any place, filtered and sorted by the engine.

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite("Windows of lists")
struct ListWindowTests {
  let bench: Bench
  /// The ids from the newest to the oldest, and the amount of each.
  let ids: [String]

  /// More rows than are looked at in one portion.
  private static let count = 1_203
  private let sam = Actor("sam")

  init() throws {
    bench = try Bench()
    var made: [String] = []
    for number in 1...Self.count {
      bench.clock.advance(by: .seconds(1))
      made.append(try bench.draft(Int64(number * 7 % Self.count) + 1).rawValue)
    }
    ids = made.reversed()
  }

  private func read(
    _ anchor: ListRequest<DocumentRow>.Anchor = .first, filter: String = "",
    order: ListOrder? = nil, span: Int = 5
  ) throws -> (ids: [String], extent: ListExtent) {
    let window = try bench.engine.documents(
      ListRequest(anchor, filter: RowFilter(filter), order: order, span: span), as: sam)
    return (window.rows.map(\.id.rawValue), try #require(window.extent))
  }

  private func row(_ index: Int) throws -> DocumentRow {
    try #require(
      try bench.engine.documents(ListRequest(filter: RowFilter(ids[index])), as: sam).rows.first)
  }

  private func amount(_ id: String) -> Int {
    let number = Self.count - (ids.firstIndex(of: id) ?? 0)
    return number * 7 % Self.count + 1
  }

  @Test("a window lies around any place of the list, and says where")
  func places() throws {
    #expect(try read() == (Array(ids.prefix(10)), ListExtent(after: 1_193, total: 1_203)))
    #expect(
      try read(.last) == (Array(ids.suffix(10)), ListExtent(before: 1_193, total: 1_203)))
    #expect(
      try read(.near(row(600)))
        == (Array(ids[595..<605]), ListExtent(before: 595, after: 598, total: 1_203)))
    #expect(
      try read(.near(row(2))) == (Array(ids[0..<7]), ListExtent(after: 1_196, total: 1_203)))
    #expect(
      try read(.near(row(1_202)))
        == (Array(ids[1_197..<1_203]), ListExtent(before: 1_197, total: 1_203)))
  }

  @Test("around the place of a row that is gone lie its neighbours")
  func gone() throws {
    let row = try row(600)
    try bench.engine.deleteDocument(row.id, by: sam)
    #expect(try read(.near(row), span: 2).ids == [ids[598], ids[599], ids[601], ids[602]])
  }

  @Test("the engine sorts by a field and counts, keeping no more than the window")
  func sorting() throws {
    let sorted = ids.sorted { (amount($0), $1) < (amount($1), $0) }
    for (isDescending, order) in [(false, sorted), (true, Array(sorted.reversed()))] {
      let by = ListOrder("amount", isDescending: isDescending)
      #expect(
        try read(order: by).ids.map(amount) == order.prefix(10).map(amount), "\(isDescending)")
      #expect(try read(.last, order: by).ids.map(amount) == order.suffix(10).map(amount))
      let middle = try row(ids.firstIndex(of: order[700]) ?? 0)
      let window = try read(.near(middle), order: by)
      #expect(window.ids.map(amount) == order[695..<705].map(amount))
      #expect(window.extent == ListExtent(before: 695, after: 498, total: 1_203))
    }
  }

  @Test("the engine holds the filter against every row, and says how many it looked at")
  func filtering() throws {
    let passing = ids.filter { amount($0) > 1_000 }
    let first = try read(filter: "amount>1000")
    #expect(first.ids == Array(passing.prefix(10)))
    #expect(first.extent == ListExtent(after: passing.count - 10, total: 1_203))
    #expect(first.extent.looked == 1_203)
    let last = try read(.last, filter: "amount>1000")
    #expect(last.ids == Array(passing.suffix(10)))
    let middle = try read(.near(row(ids.firstIndex(of: passing[100]) ?? 0)), filter: "amount>1000")
    #expect(middle.ids == Array(passing[95..<105]))
    #expect(middle.extent.before == 95)
    let both = try read(filter: "amount>1000", order: ListOrder("amount"))
    #expect(both.ids.map(amount) == Array(1_001...1_010))
    let none = try read(filter: "nothing-of-the-kind")
    #expect(none.ids.isEmpty)
    #expect(none.extent == ListExtent(total: 1_203))
  }

  @Test("a look at a list ends where it is stopped, with what was found")
  func stopping() throws {
    var asked = 0
    let window = try bench.engine.documents(
      ListRequest(filter: RowFilter("trip"), span: 5), as: sam,
      isStopped: {
        asked += 1
        return asked > 2
      })
    let extent = try #require(window.extent)
    #expect(!extent.isComplete)
    #expect(extent.looked == 1_000)
    #expect(extent.total == 1_203)
    #expect(window.rows.map(\.id.rawValue) == Array(ids.prefix(10)))
  }

  @Test("a list shows what its person may see and nothing else")
  func authorization() throws {
    let frank = try bench.engine.documents(ListRequest(), as: Actor("frank"))
    #expect(frank.rows.isEmpty)
    #expect(frank.extent?.total == 0)
    #expect(throws: EngineError.self) {
      try bench.engine.instances(status: nil, ListRequest(), as: sam)
    }
    #expect(throws: EngineError.self) {
      try bench.engine.deliveries(ofEverybody: true, ListRequest(), as: sam)
    }
    #expect(throws: EngineError.self) {
      try bench.engine.documents(ListRequest(), as: Actor("kim"))
    }
  }
}
