// The list in the program, what is unread and new, and what people choose (SPEC 10).

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct NotificationListTests {
  private func bench(documents: Int) throws -> Bench {
    let bench = try Bench(Elements.manager)
    for _ in 0..<documents { _ = try bench.underWay() }
    return bench
  }

  @Test("Everybody sees their own notifications, the newest first, in windows")
  func list() throws {
    let bench = try bench(documents: 5)
    let frank = Actor("frank")
    let first = try bench.engine.notifications(as: frank, limit: 2)
    #expect(first.rows.map(\.document) == ["NO-000005", "NO-000004"])
    let rest = try bench.engine.notifications(as: frank, after: first.next, limit: 9)
    #expect(rest.rows.map(\.document) == ["NO-000003", "NO-000002", "NO-000001"])
    #expect(rest.next == nil)
    #expect(try bench.engine.notifications(as: Actor("sue"), limit: 9).rows.isEmpty)
    #expect(throws: EngineError.self) {
      try bench.engine.notifications(as: frank, after: "x", limit: 9)
    }
  }

  @Test("Notifications are marked as read one by one or all; nobody marks those of others")
  func read() throws {
    let bench = try bench(documents: 3)
    let frank = Actor("frank")
    let ids = try bench.engine.notifications(as: frank, limit: 9).rows.map(\.id)
    #expect(try bench.engine.unreadNotificationCount(of: "frank") == 3)
    try bench.engine.markNotificationsRead([ids[1]], by: frank)
    #expect(try bench.engine.unreadNotificationCount(of: "frank") == 2)
    #expect(
      try bench.engine.notifications(as: frank, isUnreadOnly: true, limit: 9).rows.map(\.id)
        == [ids[0], ids[2]])
    #expect(throws: EngineError.self) {
      try bench.engine.markNotificationsRead([ids[0]], by: Actor("sue"))
    }
    #expect(try bench.engine.markAllNotificationsRead(by: frank) == 2)
    #expect(try bench.engine.unreadNotificationCount(of: "frank") == 0)
    #expect(try bench.engine.notifications(as: frank, limit: 9).rows.allSatisfy(\.isRead))
  }

  @Test("Read notifications are removed after the retention; unread ones stay")
  func retention() throws {
    let bench = try bench(documents: 2)
    let oldest = try bench.engine.notifications(as: Actor("frank"), limit: 9).rows[1].id
    try bench.engine.markNotificationsRead([oldest], by: Actor("frank"))
    bench.clock.advance(by: .seconds(8 * 86_400))
    _ = try bench.underWay()
    #expect(
      try bench.engine.notifications(as: Actor("frank"), limit: 9).rows.map(\.document)
        == ["NO-000003", "NO-000002"])
  }

  @Test("News is what came since, without what is read or not to be heard at the terminal")
  func news() throws {
    let bench = try bench(documents: 2)
    let start = try bench.engine.news(of: "frank", since: nil)
    #expect(start.rows.isEmpty)
    _ = try bench.underWay()
    _ = try bench.underWay()
    let news = try bench.engine.news(of: "frank", since: start.last)
    #expect(news.rows.map(\.document) == ["NO-000003", "NO-000004"])
    #expect(try bench.engine.news(of: "frank", since: news.last).rows.isEmpty)
    try bench.engine.setNotifications(
      of: [.assigned], by: .terminal, to: false, as: Actor("frank"))
    _ = try bench.underWay()
    #expect(try bench.engine.news(of: "frank", since: news.last).rows.isEmpty)
    #expect(try bench.engine.unreadNotificationCount(of: "frank") == 5)
  }

  @Test("What a person turned off is not written; taken back it is as before")
  func preferences() throws {
    let bench = try Bench(Elements.manager)
    let frank = Actor("frank")
    try bench.engine.setNotifications(of: [.assigned], by: .inApp, to: false, as: frank)
    _ = try bench.underWay()
    #expect(try bench.told("frank") == [])
    let row = try #require(
      try bench.engine.notificationPreferences(as: frank).first { $0.event == .assigned })
    #expect(!row.isOn && row.isChosen && row.transport == .inApp)
    try bench.engine.setNotifications(of: [.assigned], by: .inApp, to: nil, as: frank)
    _ = try bench.underWay()
    #expect(try bench.events(toldTo: "frank") == [.assigned])
  }

  @Test("A transport that the organisation does not have cannot be chosen")
  func missingTransport() throws {
    let bench = try Bench(Elements.manager)
    #expect(throws: EngineError.self) {
      try bench.engine.setNotifications(of: [.completed], by: .mail, to: true, as: Actor("sam"))
    }
    let transports = try bench.engine.notificationPreferences(as: Actor("sam")).map(\.transport)
    #expect(Set(transports) == [.inApp, .terminal])
  }

  @Test("What was told about a document goes with its words when it is erased")
  func erased() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    try bench.act(.approve, id, by: "frank")
    try bench.run()
    #expect(try bench.events(toldTo: "sam") == [.completed])
    _ = try bench.engine.erase(.document(id), because: "asked for it", by: Bench.root)
    #expect(try bench.told("sam") == [] && bench.told("frank") == [])
  }
}
