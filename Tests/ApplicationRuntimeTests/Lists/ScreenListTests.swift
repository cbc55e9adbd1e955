// Each list of the screens, read by windows.

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite("Lists of the screens")
struct ScreenListTests {
  private static let approval = """
      - approval: review
        steps:
          - { step: first, assign: { user: frank }, limit: 3 days }
    """

  @Test("an inbox stands by due time, and as its items came when that is asked for")
  func inbox() throws {
    let bench = try Bench(Self.approval)
    for amount in Int64(1)...12 {
      _ = try bench.underWay(amount)
      bench.clock.advance(by: .seconds(60))
    }
    let frank = Actor("frank")
    func amounts(_ request: ListRequest<InboxRow>) throws -> [Int64] {
      try bench.engine.inbox(request, as: frank).rows.map { ($0.total?.minorUnits ?? 0) / 100 }
    }
    let due = ListOrder("due")
    #expect(try amounts(ListRequest(order: due)) == Array(1...12))
    #expect(try amounts(ListRequest(.last, order: due, span: 2)) == [9, 10, 11, 12])
    let sixth = try bench.engine.inbox(ListRequest(order: due), as: frank).rows[5]
    let window = try bench.engine.inbox(ListRequest(.near(sixth), order: due, span: 2), as: frank)
    #expect(window.rows.map { ($0.total?.minorUnits ?? 0) / 100 } == [4, 5, 6, 7])
    #expect(window.extent == ListExtent(before: 3, after: 5, total: 12))
    #expect(try amounts(ListRequest(span: 2)) == [1, 2, 3, 4])
    #expect(
      try amounts(ListRequest(order: ListOrder("due", isDescending: true), span: 2))
        == [12, 11, 10, 9])
    #expect(try amounts(ListRequest(filter: RowFilter("amount>10"), order: due)) == [11, 12])
  }

  @Test("instances and messages are read around any of them")
  func administration() throws {
    let bench = try Bench(Self.approval)
    for amount in Int64(1)...12 { _ = try bench.underWay(amount) }
    let all = try bench.engine.instances(status: nil, ListRequest(), as: Bench.root)
    #expect(all.rows.map(\.id.number) == (Int64(1)...12).reversed())
    let near = try bench.engine.instances(
      status: .pending, ListRequest(.near(all.rows[5]), span: 2), as: Bench.root)
    #expect(near.rows.map(\.id.number) == [9, 8, 7, 6])
    #expect(near.extent == ListExtent(before: 3, after: 5, total: 12))
    let stopped = try bench.engine.instances(status: .stopped, ListRequest(), as: Bench.root)
    #expect(stopped.extent == ListExtent(total: 0))

    let done = try bench.engine.queue(isDone: true, ListRequest(span: 3), as: Bench.root)
    #expect(done.rows.count == 6)
    let count = try #require(done.extent).total
    #expect(done.extent?.after == count - 6)
    let last = try bench.engine.queue(isDone: true, ListRequest(.last, span: 3), as: Bench.root)
    #expect(last.extent == ListExtent(before: count - 6, total: count))
    let pending = try bench.engine.queue(isDone: false, ListRequest(span: 3), as: Bench.root)
    #expect(pending.rows.allSatisfy { $0.state.isPending })
    #expect(pending.extent?.total == 12)
  }

  @Test("a filter sees no more of a message than its reader does")
  func hiddenContent() throws {
    let bench = try Bench(Self.approval)
    let id = try bench.underWay()
    let filter = RowFilter("element:review")
    let root = try bench.engine.queue(isDone: true, ListRequest(filter: filter), as: Bench.root)
    #expect(!root.rows.isEmpty)
    #expect(root.rows.allSatisfy { $0.document == id })
    let secret = RowFilter("error:anything")
    let stranger = try bench.engine.queue(
      isDone: true, ListRequest(filter: secret), as: Actor("bob"))
    #expect(stranger.rows.isEmpty)
    #expect(stranger.rows.allSatisfy { $0.payload.comment == nil && $0.error == nil })
  }

  @Test("unread notifications come before those that were read, whatever their age")
  func notifications() throws {
    let bench = try Bench()
    let told = (Int64(1)...9).map { number in
      StoredNotification(
        number: number, person: "sam", event: .assigned, text: "new \(number)",
        at: bench.engine.now, readAt: number.isMultiple(of: 3) ? nil : bench.engine.now)
    }
    try bench.store.write { transaction in
      for notification in told { try transaction.insert(notification) }
    }
    let order: [Int64] = [9, 6, 3, 8, 7, 5, 4, 2, 1]
    func list(
      _ request: ListRequest<NotificationRow>, unread: Bool = false
    ) throws -> [Int64] {
      try bench.engine.notifications(isUnreadOnly: unread, request, as: Actor("sam"))
        .rows.map(\.id.number)
    }
    #expect(try list(ListRequest()) == order)
    #expect(try list(ListRequest(), unread: true) == [9, 6, 3])
    #expect(try list(ListRequest(.last, span: 2)) == [5, 4, 2, 1])
    let rows = try bench.engine.notifications(
      isUnreadOnly: false, ListRequest(), as: Actor("sam")
    ).rows
    for (index, row) in rows.enumerated() {
      let window = try bench.engine.notifications(
        isUnreadOnly: false, ListRequest(.near(row), span: 2), as: Actor("sam"))
      let expected = order[max(0, index - 2)..<min(9, index + 2)]
      #expect(window.rows.map(\.id.number) == Array(expected), "around \(order[index])")
      #expect(window.extent?.before == max(0, index - 2))
    }
    #expect(try list(ListRequest(filter: RowFilter("\"new 5\""))) == [5])
  }
}
