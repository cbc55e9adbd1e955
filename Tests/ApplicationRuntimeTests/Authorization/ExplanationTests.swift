// Why a document is where it is, also where nobody is asked (SPEC 7, `explain`).

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct ExplanationTests {
  private func explain(_ id: DocumentID, _ person: PersonID, _ bench: Bench) throws -> Explanation {
    try bench.engine.explain(id, as: Actor(person))
  }

  @Test("a paused batch job is named with who paused it")
  func paused() throws {
    let bench = try Bench(Elements.manager)
    try bench.engine.pause(by: Bench.root)
    let id = try bench.submitted()
    #expect(
      try explain(id, "sam", bench).hindrances == [
        "The batch job is paused by Root: what comes next waits for it."
      ])
    try bench.engine.continue(by: Bench.root)
    try bench.run()
    #expect(try explain(id, "sam", bench).hindrances.isEmpty)
  }

  @Test("an answer that can still be taken back is named with until when")
  func answered() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    try bench.act(.approve, id, by: "frank", undo: .seconds(5))
    let words = try explain(id, "sam", bench).hindrances
    #expect(words.count == 1 && words[0].hasPrefix("Frank Berg has answered (approved)"))
    let reason = try explain(id, "frank", bench).actions.first { $0.action == .approve }?.reason
    #expect(reason == "you have answered; the answer can still be taken back")
  }

  @Test("until when an answer can be taken back is told with its day, where that is not today")
  func answeredAtMidnight() throws {
    let bench = try Bench(Elements.manager)
    let id = try bench.underWay()
    let midnight = LocalZone.utc.start(of: bench.clock.now().dayInUTC.adding(days: 1))
    bench.clock.advance(by: midnight.duration(since: bench.clock.now()) - .seconds(60))
    try bench.act(.approve, id, by: "frank", undo: .seconds(300))
    #expect(
      try explain(id, "sam", bench).hindrances == [
        "Frank Berg has answered (approved); the answer can be taken back until "
          + "\(midnight.dayInUTC) 00:04:00."
      ])
  }

  @Test("a stopped document says who can mend it, and its row says that it is stopped")
  func stopped() throws {
    let bench = try Bench(Elements.mail)
    bench.probe.fail("mail")
    let id = try bench.stopped()
    let explanation = try explain(id, "sam", bench)
    #expect(explanation.hindrances.first?.contains("Root can mend") == true)
    #expect(explanation.document.isStopped)
    let rows = try bench.engine.documents(of: "sam", as: Actor("sam"), limit: 10).rows
    #expect(rows.map(\.isStopped) == [true])
    let calendar = FilterCalendar(today: try bench.engine.today()) { $0.dayInUTC }
    #expect(RowFilter("stopped").matches(rows[0].filterRow, calendar: calendar))
    #expect(RowFilter("status:stopped").matches(rows[0].filterRow, calendar: calendar))
  }

  @Test("a step that will not run as the document stands is not announced")
  func expected() throws {
    let bench = try Bench(
      """
        - approval: management
          steps:
            - { step: manager, assign: { user: frank } }
            - { step: director, when: amount > 1000, assign: { user: sue } }
        - task: file
          assign: { user: ann }
      """)
    let small = try bench.underWay(500)
    let large = try bench.underWay(2_000)
    #expect(try explain(small, "sam", bench).next == ["file"])
    #expect(try explain(large, "sam", bench).next == ["director step", "file"])
  }

  @Test("a message that fails is told in words, with its try and when it is tried again")
  func failing() throws {
    let bench = try Bench(Elements.post)
    bench.probe.fail("post")
    let id = try bench.underWay()
    let words = try explain(id, "sam", bench).hindrances
    #expect(words.count == 1)
    #expect(words.first?.hasPrefix("post fails: handler note/post failed") == true)
    #expect(words.first?.contains("the ledger is closed; try 2 of 3 at ") == true)
    let failing = try bench.engine.failingMessages(among: 100)
    #expect(failing.map(\.document) == [id] && failing.map(\.error) == [nil])
    bench.probe.fail("post", nil)
    bench.clock.advance(by: .seconds(1))
    try bench.run()
    #expect(try explain(id, "sam", bench).hindrances.isEmpty)
    #expect(try bench.engine.failingMessages(among: 100).isEmpty)
  }

  @Test("after resume with the cause unmended, skip says that the message is being tried again")
  func resumedInVain() throws {
    let bench = try Bench(Elements.post)
    bench.probe.fail("post")
    let id = try bench.stopped()
    try bench.act(.resume, id, by: "root")
    try bench.run()
    #expect(
      bench.refusal(.skip, id, by: "root")?.message.contains("what failed is being tried again")
        == true)
    #expect(try explain(id, "sam", bench).hindrances.first?.contains("try 2 of 3") == true)
  }

  @Test("what runs again after the whole workflow was restarted is to come")
  func restarted() throws {
    let bench = try Bench(
      """
        - task: look
          assign: { user: ann }
        - task: check
          assign: { user: bob }
        - approval: manager
          restart: workflow
          steps:
            - { step: manager, assign: { user: frank } }
      """)
    let id = try bench.underWay()
    for person: PersonID in ["ann", "bob"] {
      try bench.act(.complete, id, by: person)
      try bench.run()
    }
    try bench.act(.reject, id, by: "frank")
    try bench.run()
    try bench.act(.resubmit, id, by: "sam")
    try bench.run()
    #expect(try explain(id, "sam", bench).next == ["check", "manager"])
    let detail = try bench.engine.instance(try bench.instance(of: id).id, as: Bench.root)
    #expect(detail.outline.map(\.mark) == [.here, .toCome, .toCome])
  }

  @Test("what a new version has before where the instance is does not come any more")
  func migrated() throws {
    let bench = try Bench(Elements.manager + "\n" + Elements.post)
    let id = try bench.underWay()
    let version = try bench.activate(
      Elements.receipts + "\n" + Elements.manager + "\n" + Elements.mail
    ).version
    try bench.act(.migrate, id, by: "root", version: version)
    try bench.run()
    #expect(try explain(id, "sam", bench).next == ["mail"])
  }

  /// frank is asked beside what fails.
  private static let besideMail = """
      - parallel: both
        branches:
          - branch: people
            elements:
              - { approval: look, steps: [ { step: one, assign: { user: frank } } ] }
          - { branch: mail, elements: [ { automated: mail, run: mail } ] }
    """

  @Test("while the instance is stopped, answers that wait in the queue are told too")
  func answersWhileStopped() throws {
    let bench = try Bench(Self.besideMail)
    bench.probe.fail("mail")
    let id = try bench.stopped()
    try bench.act(.approve, id, by: "frank")
    try bench.run()
    let words = try explain(id, "sam", bench).hindrances
    #expect(words.first?.hasPrefix("It is stopped") == true)
    #expect(words.last == "Frank Berg has answered (approved); the answer is in the queue.")
  }
}
