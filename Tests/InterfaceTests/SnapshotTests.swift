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

  @Test("workflows", arguments: looks)
  func workflows(look: Look) throws {
    var state = InterfaceState.workflows(size: look.size)
    try expectSnapshot("workflows", of: state, glyphs: look.glyphs)
    state.press("j")
    state.readSelectedWorkflow()
    try expectSnapshot("workflows-active", of: state, glyphs: look.glyphs)
    state.press("A")
    try expectSnapshot("workflows-activate", of: state, glyphs: look.glyphs)
    state = .workflows(size: look.size, rows: [])
    try expectSnapshot("workflows-empty", of: state, glyphs: look.glyphs)
    state = .workflows(size: look.size, rows: Hostile.workflows)
    try expectSnapshot("workflows-hostile", of: state, glyphs: look.glyphs)
    state.press("Enter")
    try expectSnapshot("workflow-hostile", of: state, glyphs: look.glyphs)
  }

  @Test("workflow", arguments: looks)
  func workflow(look: Look) throws {
    var state = InterfaceState.workflows(size: look.size)
    state.press("Enter")
    state.answer(
      .workflow("expense-approval", 3),
      .workflow(Sample.versionDetail(Sample.versions[0])))
    try expectSnapshot("workflow", of: state, glyphs: look.glyphs)
    state.press("e")
    _ = state.update(.edited("workflow: expense-approval\n"))
    state.answer(
      .check("workflow: expense-approval\n"), .checked(Sample.check(Sample.findings)))
    try expectSnapshot("workflow-draft", of: state, glyphs: look.glyphs)
    state.press("^S")
    try expectSnapshot("workflow-save", of: state, glyphs: look.glyphs)
  }

  @Test("simulation", arguments: looks)
  func simulation(look: Look) throws {
    var state = InterfaceState.workflows(size: look.size)
    let question = SimulationQuestion(
      .version("expense-approval", 3), type: "expense-report", subject: "ER-000017")
    state.answer(.simulate(question), .simulated(Sample.simulation(), DiagramSamples.plain))
    state.press("]")
    try expectSnapshot("simulation", of: state, glyphs: look.glyphs)
    state.press("}")
    try expectSnapshot("simulation-end", of: state, glyphs: look.glyphs)
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

  @Test("dialogs in which one of several is chosen", arguments: looks)
  func choosing(look: Look) throws {
    var state = InterfaceState.sample(size: look.size)
    state.fillInbox()
    state.press("Space Space d")
    state.answer(
      .choices(.delegate, [WorkItemID(9), WorkItemID(12)]), .choices(Sample.people))
    state.type("l")
    try expectSnapshot("delegate-several", of: state, glyphs: look.glyphs)
    state.press("Esc Esc g R")
    state.answer(.choices(.requestChange, [WorkItemID(9)]), .choices(Sample.addressees))
    state.type("Which fair?")
    try expectSnapshot("request-change", of: state, glyphs: look.glyphs)
    state.press("Tab")
    try expectSnapshot("request-change-of", of: state, glyphs: look.glyphs)
    state.press("Esc Esc o")
    try expectSnapshot("sort", of: state, glyphs: look.glyphs)
    state = .sample(size: look.size, isAdministrator: true)
    state.fillInbox(Sample.offers)
    state.press("C")
    try expectSnapshot("choose", of: state, glyphs: look.glyphs)
    state.press("Esc 5")
    state.answer(
      .instances(nil, limit: 200), .instances(Window(rows: Hostile.instances, next: nil)))
    state.press("A")
    state.answer(
      .openItems([InstanceID(1)]),
      .openItems([
        Sample.item(31, document: "ER-000017", step: Hostile.texts[0], assignee: "sue"),
        Sample.item(32, document: "ER-000017", step: Hostile.texts[3], assignee: "ivan"),
      ]))
    state.answer(.choices(.reassign, []), .choices(Sample.people))
    try expectSnapshot("reassign-hostile", of: state, glyphs: look.glyphs)
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
