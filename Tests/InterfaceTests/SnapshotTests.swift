// Every page as it is drawn, at three sizes, in UTF-8 and ASCII.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Frames of the pages")
struct SnapshotTests {
  struct Look: Sendable, CustomTestStringConvertible {
    let size: Size
    let glyphs: Glyphs

    var testDescription: String {
      "\(size.columns)x\(size.rows) \(glyphs.isASCII ? "ASCII" : "UTF-8")"
    }
  }

  static let looks = [(60, 15), (80, 24), (120, 40)].flatMap { columns, rows in
    [Glyphs.unicode, .ascii].map {
      Look(size: Size(columns: columns, rows: rows), glyphs: $0)
    }
  }

  @Test("inbox", arguments: looks)
  func inbox(look: Look) throws {
    var state = InterfaceState.sample(size: look.size)
    try expectSnapshot("inbox-loading", of: state, glyphs: look.glyphs)
    state.fillInbox([])
    try expectSnapshot("inbox-empty", of: state, glyphs: look.glyphs)
    state.fillInbox()
    state.press("j")
    state.answer(.document("ER-000012"), .document(Sample.detail()))
    try expectSnapshot("inbox", of: state, glyphs: look.glyphs)
    state.press("j Space Space a")
    try expectSnapshot("inbox-bulk", of: state, glyphs: look.glyphs)
    state = .sample(size: look.size)
    state.fillInbox(Hostile.inbox)
    state.answer(.document("ER-000001"), .document(Hostile.detail()))
    try expectSnapshot("inbox-hostile", of: state, glyphs: look.glyphs)
  }

  @Test("reports", arguments: looks)
  func reports(look: Look) throws {
    var state = InterfaceState.sample(size: look.size)
    state.press("2")
    state.answer(.documents(limit: 200), .documents(Window(rows: [], next: nil)))
    try expectSnapshot("reports-empty", of: state, glyphs: look.glyphs)
    state.answer(.documents(limit: 200), .documents(Window(rows: Sample.documents, next: nil)))
    state.answer(.document("ER-000021"), .document(Sample.draft()))
    try expectSnapshot("reports", of: state, glyphs: look.glyphs)
    state.answer(.documents(limit: 200), .documents(Window(rows: Hostile.documents, next: nil)))
    try expectSnapshot("reports-hostile", of: state, glyphs: look.glyphs)
  }

  @Test("queue", arguments: looks)
  func queue(look: Look) throws {
    var state = InterfaceState.sample(size: look.size, isAdministrator: true)
    state.press("3")
    let reading = Reading.queue(pending: 200, done: QueuePage.handledShown)
    state.answer(reading, .queue(pending: [], done: []))
    try expectSnapshot("queue-empty", of: state, glyphs: look.glyphs)
    state.answer(reading, .queue(pending: Sample.pending, done: Sample.handled))
    for second in 1...12 {
      state.pass(1)
      let overview = QueueOverview(
        counts: QueueCounts(ready: second % 5, handled: 952 + second * second),
        settings: BatchJobSettings(), runner: Sample.overview().runner, lastBatchAt: Sample.now,
        waitedMedian: .milliseconds(2), waited99th: .milliseconds(31), at: state.now,
        waits: [120, 61, 12, 4, 0, 2, 1])
      state.answer(.overview, .overview(overview))
    }
    try expectSnapshot("queue", of: state, glyphs: look.glyphs)
    state.answer(reading, .queue(pending: Hostile.messages, done: []))
    try expectSnapshot("queue-hostile", of: state, glyphs: look.glyphs)
  }

  @Test("system", arguments: looks + [Look(size: Size(columns: 140, rows: 45), glyphs: .unicode)])
  func system(look: Look) throws {
    var state = InterfaceState.sample(size: look.size, isAdministrator: true)
    state.press("4")
    let reading = Reading.system(ways: SystemPage.ways)
    state.answer(reading, .system(Sample.system(tallies: QueueTallies(), ways: [])))
    try expectSnapshot("system-empty", of: state, glyphs: look.glyphs)
    state = .sample(size: look.size, isAdministrator: true)
    state.press("4")
    state.answer(reading, .system(Sample.system(isPaused: true, ways: Array(Sample.ways[1...]))))
    let handled = Sample.message(1412, .elementStarted, .handled, attempts: 1)
    _ = state.update(.jobAnswered(.step, .success(JobAnswer("Handled 1412.", handled: handled))))
    state.answer(reading, .system(Sample.system(isPaused: true)))
    state.answer(.overview, .overview(Sample.overview(isPaused: true)))
    try expectSnapshot("system", of: state, glyphs: look.glyphs)
    let hostile = Hostile.texts.enumerated().map { index, text in
      Sample.way(Int64(2000 - index), .elementStarted, posts: [], document: text)
    }
    var tallies = Sample.tallies(more: 12_345_678)
    tallies[.discarded] = 1_234_567
    state.answer(reading, .system(Sample.system(tallies: tallies, ways: hostile)))
    try expectSnapshot("system-hostile", of: state, glyphs: look.glyphs)
  }

  @Test("instances", arguments: looks)
  func instances(look: Look) throws {
    var state = InterfaceState.sample(size: look.size, isAdministrator: true)
    state.press("5")
    state.answer(
      .instances(nil, limit: 200), .instances(Window(rows: Sample.instances, next: nil)))
    try expectSnapshot("instances", of: state, glyphs: look.glyphs)
    state.answer(
      .instances(nil, limit: 200), .instances(Window(rows: Hostile.instances, next: nil)))
    try expectSnapshot("instances-hostile", of: state, glyphs: look.glyphs)
  }

  @Test("document", arguments: looks)
  func document(look: Look) throws {
    var state = InterfaceState.sample(size: look.size)
    state.fillInbox()
    state.press("j Enter")
    try expectSnapshot("document-loading", of: state, glyphs: look.glyphs)
    state.answer(.document("ER-000012"), .document(Sample.detail()))
    try expectSnapshot("document", of: state, glyphs: look.glyphs)
    state.press("r")
    state.type("The hotel is missing its bill.")
    try expectSnapshot("document-reject", of: state, glyphs: look.glyphs)
    state = .sample(size: look.size)
    state.fillInbox(Hostile.inbox)
    state.press("Enter")
    state.answer(.document("ER-000001"), .document(Hostile.detail()))
    try expectSnapshot("document-hostile", of: state, glyphs: look.glyphs)
  }

  @Test("document in EDIT", arguments: looks)
  func editing(look: Look) throws {
    var state = InterfaceState.sample(size: look.size)
    _ = state.push(.document(DocumentPage(id: "ER-000021", type: "expense-report")))
    state.answer(.document("ER-000021"), .document(Sample.draft()))
    state.press("e")
    state.answer(
      .editing("expense-report"),
      .editing(EditorContext(today: Day(iso8601: "2026-03-03") ?? .earliest, currency: .euro)))
    try expectSnapshot("document-edit", of: state, glyphs: look.glyphs)
  }

  @Test("instance", arguments: looks)
  func instance(look: Look) throws {
    var state = InterfaceState.sample(size: look.size)
    _ = state.push(.instance(InstancePage(id: InstanceID(13))))
    state.answer(.instance(InstanceID(13)), .instance(Sample.instanceDetail()))
    try expectSnapshot("instance", of: state, glyphs: look.glyphs)
    state.answer(.moment(InstanceID(13), message: nil), .moment(Sample.moment(at: nil)))
    state.press("[ [")
    state.answer(.moment(InstanceID(13), message: 105), .moment(Sample.moment(at: 105)))
    try expectSnapshot("instance-past", of: state, glyphs: look.glyphs)
    state.press("}")
    state.answer(
      .instance(InstanceID(13)),
      .instance(Sample.instanceDetail(title: Hostile.texts[0], error: Hostile.texts[3])))
    try expectSnapshot("instance-hostile", of: state, glyphs: look.glyphs)
  }

  @Test("overlays", arguments: looks)
  func overlays(look: Look) throws {
    var state = InterfaceState.sample(size: look.size) { $0.mayActAsOthers = true }
    state.fillInbox()
    state.press("?")
    try expectSnapshot("help", of: state, glyphs: look.glyphs)
    state.press("Esc :")
    state.type("re")
    try expectSnapshot("palette", of: state, glyphs: look.glyphs)
    state.press("Esc @")
    state.answer(
      .people,
      .people([
        PersonChoice(id: "carol", name: "Carol Dahl", note: "administrator", isAdministrator: true),
        PersonChoice(id: "frank", name: "Frank Berg", note: "6 open items", isAdministrator: false),
      ]))
    try expectSnapshot("people", of: state, glyphs: look.glyphs)
  }

  @Test("notifications", arguments: looks)
  func notifications(look: Look) throws {
    var state = InterfaceState.sample(size: look.size, isAdministrator: true)
    state.press("7")
    state.answer(.unread, .unread(3))
    let reading = Reading.notifications(isUnreadOnly: false, limit: 200)
    state.answer(reading, .notifications(Window(rows: [], next: nil)))
    try expectSnapshot("notifications-empty", of: state, glyphs: look.glyphs)
    state.answer(reading, .notifications(Window(rows: Sample.notifications, next: nil)))
    try expectSnapshot("notifications", of: state, glyphs: look.glyphs)
    let hostile = Hostile.texts.enumerated().map {
      Sample.notification(Int64($0 + 1), .assigned, $1, document: DocumentID($1))
    }
    state.answer(reading, .notifications(Window(rows: hostile, next: nil)))
    try expectSnapshot("notifications-hostile", of: state, glyphs: look.glyphs)
    state.press("Tab Tab")
    state.answer(
      .deliveries(ofEverybody: false, limit: 200),
      .deliveries(Window(rows: Sample.deliveries, next: nil)))
    state.press("j")
    try expectSnapshot("notifications-sent", of: state, glyphs: look.glyphs)
    state.press("e")
    state.answer(.preferences, .preferences(Sample.preferences()))
    state.press("j j l")
    try expectSnapshot("preferences", of: state, glyphs: look.glyphs)
  }

  @Test("messages", arguments: looks)
  func messages(look: Look) throws {
    var state = InterfaceState.sample(size: look.size)
    _ = state.update(.notice("The colleagues went home.", isError: false))
    for text in Hostile.texts { _ = state.update(.notice(text, isError: true)) }
    state.press("L j")
    try expectSnapshot("messages", of: state, glyphs: look.glyphs)
  }

  @Test("people", arguments: looks)
  func people(look: Look) throws {
    var state = InterfaceState.sample(size: look.size)
    state.press("8")
    state.answer(.delegations, .delegations([]))
    state.answer(.organization, .organization(Sample.entries))
    try expectSnapshot("organization", of: state, glyphs: look.glyphs)
    state.answer(.delegations, .delegations(Sample.delegations))
    state.press("Tab j")
    try expectSnapshot("delegations", of: state, glyphs: look.glyphs)
    state.press("n")
    try expectSnapshot("delegations-new", of: state, glyphs: look.glyphs)
    state.press("Esc Tab g j Enter")
    state.answer(.person("sue"), .person(Sample.person("sue")))
    try expectSnapshot("person", of: state, glyphs: look.glyphs)
  }

  @Test("statistics", arguments: looks)
  func statistics(look: Look) throws {
    var state = InterfaceState.sample(size: look.size, isAdministrator: true)
    state.press("9")
    try expectSnapshot("statistics-reading", of: state, glyphs: look.glyphs)
    state.answer(.statistics(StatisticsRequest()), .statistics(Sample.counted()))
    state.press("j")
    try expectSnapshot("statistics", of: state, glyphs: look.glyphs)
    state.press("Enter")
    try expectSnapshot("statistics-slowest", of: state, glyphs: look.glyphs)
    state.press("Esc E")
    try expectSnapshot("statistics-export", of: state, glyphs: look.glyphs)
  }

  @Test("below 60x15 one calm line stands for everything")
  func calm() throws {
    var state = InterfaceState.sample(size: Size(columns: 59, rows: 15))
    state.fillInbox()
    let lines = state.text().split(separator: "\n", omittingEmptySubsequences: true)
    #expect(lines.count == 1)
    #expect(lines.first?.contains("59 by 15") == true)
    for (columns, rows) in [(0, 0), (1, 1), (3, 200), (500, 2)] {
      _ = state.update(.input(.resize(Size(columns: columns, rows: rows))))
      _ = state.text()
    }
  }

  @Test("no control character, no bidi sign reaches a frame")
  func harmless() {
    var state = InterfaceState.sample()
    state.fillInbox(Hostile.inbox)
    state.answer(.document("ER-000001"), .document(Hostile.detail()))
    for glyphs in [Glyphs.unicode, .ascii] {
      for scalar in state.text(glyphs).unicodeScalars where scalar != "\n" {
        #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
        #expect(
          !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
        if glyphs.isASCII { #expect(scalar.value < 0x7F) }
      }
    }
  }
}
