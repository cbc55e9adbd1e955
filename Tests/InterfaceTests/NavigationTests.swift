// From page to page, help and palette, person and quitting.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Navigation")
struct NavigationTests {
  @Test("number keys go to top pages and come back to them as they were")
  func topPages() {
    var state = InterfaceState.sample(isAdministrator: true)
    state.fillInbox()
    state.press("j j")
    let selected = state.page.list?.selection
    #expect(state.press("3").readings.contains(.queue(pending: 200, done: 100)))
    #expect(state.page.kind == .queue)
    state.press("1")
    #expect(state.page.list?.selection == selected)
    state.press("5")
    #expect(state.page.kind == .instances)
  }

  @Test("a slash before what is typed to filter choices is no part of it")
  func slashInChooser() {
    var state = InterfaceState.sample { $0.mayActAsOthers = true }
    state.press("@")
    let people = ["Sue Lind", "Mia Juhl"].map {
      PersonChoice(id: PersonID($0), name: $0, note: "", isAdministrator: false)
    }
    state.answer(.people, .people(people))
    state.type("/mia")
    state.press("Enter")
    #expect(state.viewer.name == "Mia Juhl")
  }

  @Test("only administrators get to the instances, and are told so")
  func instances() {
    var state = InterfaceState.sample()
    state.press("5")
    #expect(state.page.kind == .inbox)
    #expect(state.toasts.last?.text.contains("administrator") == true)
  }

  @Test("Enter goes in, v to the flow and back, q out; on a top page q quits")
  func stack() {
    var state = InterfaceState.sample()
    state.fillInbox()
    state.press("j Enter")
    state.answer(.document("ER-000012"), .document(Sample.detail()))
    #expect(state.page.kind == .document)
    #expect(state.press("v").readings.contains(.instance(InstanceID(12))))
    #expect(state.page.kind == .instance)
    #expect(state.text().contains("q back"))
    // Back leads where one was.
    #expect(!state.press("q").quits)
    #expect(state.page.kind == .document)
    #expect(!state.press("q").quits)
    #expect(state.page.kind == .inbox)
    #expect(state.press("q").quits)
  }

  @Test("v from a flow leads to its document, and Esc back to the flow")
  func fromFlow() {
    var state = InterfaceState.sample(isAdministrator: true)
    state.press("5")
    state.answer(
      .instances(nil, limit: 200), .instances(Window(rows: Sample.instances, next: nil)))
    _ = state.push(.instance(InstancePage(id: InstanceID(13))))
    state.answer(.instance(InstanceID(13)), .instance(Sample.instanceDetail()))
    #expect(state.press("v").readings.contains(.document("ER-000017")))
    #expect(state.page.kind == .document)
    state.press("Esc")
    #expect(state.page.instance?.id == InstanceID(13))
  }

  @Test("Tab on the instances goes through the statuses")
  func statuses() {
    var state = InterfaceState.sample(isAdministrator: true)
    state.press("5")
    state.answer(
      .instances(nil, limit: 200), .instances(Window(rows: Sample.instances, next: nil)))
    #expect(state.press("Tab").readings.contains(.instances(.pending, limit: 200)))
    #expect(state.press("S-Tab").readings.contains(.instances(nil, limit: 200)))
  }

  @Test("typing in the help filters by name and by key")
  func help() throws {
    var state = InterfaceState.sample()
    state.fillInbox()
    state.press("?")
    state.type("request")
    guard case .help(let help) = state.overlay else {
      Issue.record("no help")
      return
    }
    let found = HelpView.entries(help, table: state.setup.table, state: state)
    #expect(found.map(\.name) == [.requestChange])
    let byKey = HelpView.entries(
      HelpOverlay(context: .inbox, search: TextArea("U")), table: state.setup.table, state: state)
    #expect(byKey.contains { $0.keys.contains(Key("u") ?? .escape) })
    state.press("Esc")
    #expect(state.overlay == nil)
  }

  @Test("the palette completes and runs by name; an action that is off says why")
  func palette() {
    var state = InterfaceState.sample()
    state.fillInbox()
    state.press(":")
    state.type("appr")
    #expect(state.press("Tab Enter").requests.first?.action == .approve)
    state.press(":")
    state.type("instances")
    state.press("Enter")
    #expect(state.toasts.last?.text.contains("administrator") == true)
  }

  @Test("@ is offered only where one may act as others, and then shows everything as that person")
  func person() throws {
    var state = InterfaceState.sample()
    #expect(state.press("@").isEmpty)
    state = .sample { $0.mayActAsOthers = true }
    #expect(state.press("@").readings == [.people])
    state.answer(
      .people,
      .people([PersonChoice(id: "sam", name: "Sam Holt", note: "", isAdministrator: false)]))
    let readings = state.press("Enter")
    #expect(state.viewer.actor == Actor("sam", impersonatedBy: "carol"))
    #expect(readings.readings.contains(.inbox(limit: 200)))
    #expect(state.text().contains("Sam Holt"))
  }

  @Test("a refusal offers another person where that is allowed")
  func refusal() {
    var state = InterfaceState.sample { $0.mayActAsOthers = true }
    state.press("3 P")
    #expect(state.toasts.last?.hint?.contains("@") == true)
  }

  @Test("w explains the selected document")
  func explains() {
    var state = InterfaceState.sample()
    state.fillInbox()
    #expect(state.press("w").readings.contains(.explanation("ER-000009")))
    let explanation = Explanation(
      document: Sample.documents[1], person: "frank", standing: "In review since 09:11.",
      waiting: [.init(item: Sample.item(31, document: "ER-000009"), people: ["Sue Lind"])],
      actions: [ActionAvailability(.approve, reason: "you are not assigned to it")],
      next: ["post"], error: nil, hindrances: [])
    state.answer(.explanation("ER-000009"), .explanation(explanation))
    let text = state.text()
    #expect(text.contains("● you") && text.contains("you are not assigned to it"))
    state.press("Esc")
    #expect(state.overlay == nil)
  }

  @Test("y copies the id, ^Z suspends, ^L redraws, ^C quits when nothing runs")
  func small() {
    var state = InterfaceState.sample()
    state.fillInbox()
    #expect(state.press("y").contains { if case .copy("ER-000009") = $0 { true } else { false } })
    #expect(state.press("^Z").contains { if case .suspend = $0 { true } else { false } })
    #expect(state.press("^L").contains { if case .redraw = $0 { true } else { false } })
    #expect(state.press("^C").quits)
  }

  @Test("hints name keys until they were used")
  func hints() {
    var state = InterfaceState.sample { $0.showsHints = true }
    state.fillInbox()
    #expect(state.text().contains("Try Enter open"))
    state.press("Enter q")
    #expect(!state.text().contains("Enter open · a"))
    #expect(state.hints == [.approve, .queue, .help])
  }
}
