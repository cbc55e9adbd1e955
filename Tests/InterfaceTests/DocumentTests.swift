// The document page: VIEW, EDIT, saving, deleting.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Document")
struct DocumentTests {
  let context = EditorContext(today: Day(iso8601: "2026-03-03") ?? .earliest, currency: .euro)

  func draftOpen() -> InterfaceState {
    var state = InterfaceState.sample()
    state.press("2")
    state.answer(.documents(limit: 200), .documents(Window(rows: Sample.documents, next: nil)))
    state.press("Enter")
    // Twice: the preview's reading was under way when the page asked again.
    state.answer(.document("ER-000021"), .document(Sample.draft()))
    state.answer(.document("ER-000021"), .document(Sample.draft()))
    return state
  }

  func editing() -> InterfaceState {
    var state = draftOpen()
    state.press("e")
    state.answer(.editing("expense-report"), .editing(context))
    return state
  }

  func stored(_ content: DocumentContent, revision: Int, id: DocumentID = "ER-000021") -> Document {
    var document = Sample.draft(revision: revision).document
    document.content = content
    return Document(
      id: id, type: document.type, title: document.title, originator: document.originator,
      status: .draft, waitingFor: nil, total: nil, revision: revision, content: content,
      editableBy: nil, instance: nil, createdAt: Sample.now, submittedAt: nil,
      changedAt: Sample.now)
  }

  @Test("the workflow control shows each action with its reason when it is off")
  func control() {
    let text = draftOpen().text()
    #expect(text.contains("[s Submit]"))
    #expect(text.contains("[Recall] off: it is not submitted"))
    #expect(text.contains("[x Delete]"))
  }

  @Test("the control has what I may do first, and leaves out what was never mine to do")
  func controlOfOthers() {
    let item = Sample.item(12, document: "ER-000012", allowed: [.approve, .reject])
    let locked = ActionAvailability(.edit, reason: "it is locked")
    var page = DocumentPage(id: "ER-000012", type: "expense-report")
    page.take(
      Sample.detail(
        actions: [
          ActionAvailability(.submit, reason: "it is in review already"), locked,
          ActionAvailability(.recall, reason: "only Sam Holt may recall it"),
          ActionAvailability(.deny, reason: "this approval takes approve, reject", item: item),
          ActionAvailability(.complete, reason: "this approval takes approve", item: item),
          ActionAvailability(.reject, reason: "it is being recalled", item: item),
          ActionAvailability(.approve, reason: nil, item: item),
        ]))
    func lines(_ viewer: PersonID) -> [String] {
      WorkflowControl(page: page, viewer: viewer, table: .standard).lines(width: 78).map(\.plain)
    }
    #expect(lines("frank") == ["[a Approve]   [Reject] off: it is being recalled"])
    #expect(lines("sam").joined(separator: " ").contains("[Submit] off: it is in review already"))
    page.take(Sample.detail(actions: [locked]))
    #expect(lines("frank").first?.contains("w says who is waited for") == true)
  }

  @Test("what it waits for comes with since when, by day as far as that is clear")
  func since() {
    let clock = LocalClock(timeZone: "Europe/Copenhagen")
    func waiting(_ changed: String) -> String? {
      var document = Sample.detail().document
      document.changedAt = Sample.stamp(changed)
      return Standing(document).waiting(clock: clock, now: Sample.now)
    }
    #expect(waiting("2026-03-03T08:04:00Z") == "manager step, since 09:04")
    #expect(waiting("2026-03-02T08:04:00Z") == "manager step, since Monday 09:04")
    #expect(waiting("2026-02-20T08:04:00Z") == "manager step, since 20 Feb 09:04")
    var document = Sample.detail().document
    document.status = .rejected
    #expect(Standing(document).waiting(clock: clock, now: Sample.now) == "manager step")
    document.waitingFor = nil
    #expect(Standing(document).waiting(clock: clock, now: Sample.now) == nil)
  }

  @Test("the same finding of several lines is said once")
  func findings() {
    let findings = [1, 3, 4].map {
      DocumentFinding(.warning, rule: "r", message: "no receipt", line: $0)
    }
    let state = InterfaceState.sample()
    let text = PreviewText(context: state.context).findings(of: Sample.detail(findings: findings))
    #expect(text.map(\.plain) == ["! lines 1, 3, 4: no receipt"])
  }

  @Test("a label that only makes sense beside another one is told apart in the header")
  func labels() {
    #expect(Field("period-from", .day, label: "From").labelAlone == "Period from")
    #expect(Field("period-to", .day, label: "To").labelAlone == "Period to")
    #expect(Field("from", .text, label: "From").labelAlone == "From")
    #expect(Field("cost-center", .text, label: "Cost centre").labelAlone == "Cost centre")
  }

  @Test("s submits with the revision that was seen")
  func submits() throws {
    var state = draftOpen()
    let request = try #require(state.press("s").requests.first)
    #expect(request.action == .submit)
    #expect(request.target == .document("ER-000021"))
    #expect(request.revision == 1)
  }

  @Test("an action that is off says why and does nothing")
  func off() {
    var state = draftOpen()
    #expect(state.press("U").requests.isEmpty)
    #expect(state.toasts.last?.text.contains("it is not submitted") == true)
  }

  @Test("x deletes after the undo window; u keeps it; quitting deletes at once")
  func deletes() {
    func deletions(_ effects: [Effect]) -> [DocumentID] {
      effects.compactMap { if case .delete(let id, _) = $0 { id } else { nil } }
    }
    var state = draftOpen()
    state.press("q x")
    #expect(state.text().contains("deleted, u 5 s"))
    state.press("u")
    #expect(state.deletions.isEmpty)
    state.press("x")
    #expect(deletions(state.update(.clock(Sample.now, uptime: .seconds(6)))) == ["ER-000021"])
    #expect(state.deletions.isEmpty)
    var other = draftOpen()
    other.press("q x")
    #expect(deletions(other.press("q")) == ["ER-000021"])
  }

  @Test("e opens EDIT, where letters are text, and Esc comes back to VIEW")
  func modes() {
    var state = editing()
    #expect(state.page.kind == .edit)
    #expect(state.text().contains("EDIT"))
    #expect(!state.press("q").quits)
    #expect(state.page.kind == .edit)
  }

  @Test("saves go one at a time; the newest waits for the one before it")
  func saving() throws {
    var state = editing()
    func saves(_ effects: [Effect]) -> [(Int?, DocumentContent)] {
      effects.compactMap {
        if case .save(_, let revision, let content, _) = $0 { (revision, content) } else { nil }
      }
    }
    var first: [Effect] = []
    for _ in 0..<3 { first += state.type("A") + state.press("Tab") }
    let sent = saves(first)
    #expect(sent.count == 1)
    #expect(sent.first?.0 == 1)
    let content = try #require(sent.first?.1)
    let next = saves(state.update(.saved(.success(stored(content, revision: 2)))))
    #expect(next.count == 1)
    #expect(next.first?.0 == 2)
  }

  @Test("what waits behind a save is sent when the page is left, and when the program ends")
  func leavingWhileSaving() throws {
    func saves(_ effects: [Effect]) -> [DocumentContent] {
      effects.compactMap { if case .save(_, _, let content, _) = $0 { content } else { nil } }
    }
    for isEnd in [true, false] {
      var state = editing()
      var sent: [Effect] = []
      for _ in 0..<3 { sent += state.type("A") + state.press("Tab") }
      #expect(saves(sent).count == 1)
      let content = try #require(state.page.document?.editor?.content)
      #expect(saves(isEnd ? state.update(.input(.terminate)) : state.pop()) == [content])
    }
  }

  @Test("a stale revision is read again; nothing that was typed is lost")
  func conflict() {
    var state = editing()
    state.type("A")
    state.press("Tab")
    let mine = state.page.document?.editor?.content
    let effects = state.update(
      .saved(.failure(EngineError(.conflict, "Somebody else changed it."))))
    #expect(effects.readings.contains(.document("ER-000021")))
    state.answer(.document("ER-000021"), .document(Sample.draft(revision: 5)))
    #expect(state.page.document?.saving.revision == 5 || state.dialog != nil)
    if state.dialog == nil { #expect(state.page.document?.editor?.content == mine) }
  }

  @Test("n begins a new report that is made with its first save")
  func new() {
    var state = InterfaceState.sample()
    state.press("2")
    #expect(state.press("n").readings.contains(.editing("expense-report")))
    state.answer(.editing("expense-report"), .editing(context))
    #expect(state.page.kind == .edit)
    state.type("Visit")
    let effects = state.press("Enter")
    let creates = effects.filter { if case .create = $0 { true } else { false } }
    #expect(creates.count == 1)
    let content = state.page.document?.editor?.content ?? DocumentContent()
    _ = state.update(.saved(.success(stored(content, revision: 1, id: "ER-000022"))))
    #expect(state.page.document?.id == "ER-000022")
    #expect(state.text().contains("ER-000022"))
  }

  @Test("Y makes a copy and opens it")
  func duplicates() {
    var state = draftOpen()
    let effects = state.press("Y")
    #expect(
      effects.contains { if case .duplicate("ER-000021", _) = $0 { true } else { false } })
    _ = state.update(.duplicated(.success(stored(DocumentContent(), revision: 1, id: "ER-000030"))))
    #expect(state.page.document?.id == "ER-000030")
  }

  @Test("a refused submit from EDIT asks for the findings and keeps the text")
  func refusedSubmit() {
    var state = editing()
    let work = state.works.count
    state.press("^S")
    #expect(state.page.kind == .document)
    #expect(state.works.count == work)
  }

  @Test("scrolling ends where the content ends")
  func scrolling() {
    var state = draftOpen()
    state.press("G")
    let bottom = state.page.document?.scroll
    state.press("j j j")
    #expect(state.page.document?.scroll == bottom)
    state.press("g k")
    #expect(state.page.document?.scroll == 0)
  }

  @Test("a stopped document shows its error in the preview and on its page")
  func stopped() {
    var state = InterfaceState.sample()
    state.press("2")
    let row = Sample.documentRow(14, "Budget meeting", .inReview, isStopped: true)
    state.answer(.documents(limit: 200), .documents(Window(rows: [row], next: nil)))
    #expect(state.readingsUnderWay.contains(.explanation("ER-000014")))
    state.answer(.document("ER-000014"), .document(Sample.detail("ER-000014", items: [])))
    #expect(state.text().contains("! stopped"))
    let explanation = Explanation(
      document: row, person: "frank", standing: "In review", waiting: [], actions: [], next: [],
      error: "handler post failed for ER-000014: ledger: closed",
      hindrances: ["It is stopped: Carol Dahl can mend it."])
    state.answer(.explanation("ER-000014"), .explanation(explanation))
    #expect(state.text().contains("! stopped: ledger: closed"))
    state.press("Enter")
    state.answer(.document("ER-000014"), .document(Sample.detail("ER-000014", items: [])))
    state.answer(.explanation("ER-000014"), .explanation(explanation))
    #expect(state.text().contains("! stopped: ledger: closed"))
    #expect(state.text().contains("Carol Dahl can mend it."))
  }
}
