// The page of notifications, and the form behind it.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Notifications")
struct NotificationTests {
  static let reading = Reading.notifications(isUnreadOnly: false, limit: 200)

  func loaded(isAdministrator: Bool = false) -> InterfaceState {
    var state = InterfaceState.sample(isAdministrator: isAdministrator)
    state.press("7")
    state.answer(
      Self.reading, .notifications(Window(rows: Sample.notifications, next: nil)))
    return state
  }

  func marked(_ effects: [Effect]) -> [NotificationID] {
    effects.flatMap { effect -> [NotificationID] in
      if case .markRead(let ids, _) = effect { ids } else { [] }
    }
  }

  @Test("unread notifications are marked and counted in the status line of every page")
  func unread() {
    var state = loaded()
    state.answer(.unread, .unread(3))
    #expect(state.text().contains("3 new"))
    #expect(state.page.list?.visible.map { $0.cells[0].text } == ["●", "●", "●", ""])
    for key in ["1", "2", "3"] {
      state.press(key)
      #expect(state.text().contains("3 new"))
    }
    state.answer(.unread, .unread(0))
    #expect(!state.text().contains(" new"))
  }

  @Test("Enter opens the document and marks the notification read")
  func opens() {
    var state = loaded()
    let effects = state.press("Enter")
    #expect(marked(effects) == [NotificationID(21)])
    #expect(state.page.document?.id == "ER-000012")
    state.press("q")
    #expect(marked(state.press("Enter")).isEmpty, "it is read already")
  }

  @Test("one about no document is shown in full")
  func withoutDocument() {
    var state = loaded()
    let effects = state.press("j j Enter")
    #expect(marked(effects) == [NotificationID(17)])
    guard case .text(let text) = state.overlay else {
      Issue.record("no text")
      return
    }
    #expect(text.lines.first?.plain.contains("2 h") == true)
  }

  @Test("x marks the selected one read and goes to the next, or all that are marked")
  func marksRead() {
    var state = loaded()
    #expect(marked(state.press("x")) == [NotificationID(21)])
    #expect(state.page.notifications?.selected?.id == NotificationID(19))
    #expect(state.page.list?.visible.first?.cells[0].text == "")
    #expect(marked(state.press("* x")) == [NotificationID(19), NotificationID(17)])
    #expect(state.press("x").isEmpty)
    #expect(state.toasts.last?.text.contains("read already") == true)
  }

  @Test("a read-only session opens without marking")
  func readOnly() {
    var state = InterfaceState.sample { $0.isReadOnly = true }
    state.press("7")
    state.answer(Self.reading, .notifications(Window(rows: Sample.notifications, next: nil)))
    #expect(marked(state.press("x Enter")).isEmpty)
    #expect(state.page.document != nil)
  }

  @Test("Tab goes through the views; everybody's deliveries are for administrators")
  func views() {
    var state = loaded()
    #expect(
      state.press("Tab").readings.contains(.notifications(isUnreadOnly: true, limit: 200)))
    let mine = Reading.deliveries(ofEverybody: false, limit: 200)
    #expect(state.press("Tab").readings.contains(mine))
    state.answer(mine, .deliveries(Window(rows: Sample.deliveries, next: nil)))
    state.press("j")
    #expect(state.text().contains("no such host"))
    #expect(state.press("Tab").readings.contains(Self.reading))
    var administrator = loaded(isAdministrator: true)
    #expect(
      administrator.press("S-Tab").readings
        .contains(.deliveries(ofEverybody: true, limit: 200)))
    administrator.answer(mine, .deliveries(Window(rows: Sample.deliveries, next: nil)))
    #expect(administrator.page.list?.all.isEmpty == true, "read for another view")
  }

  @Test("preferences turn a kind on or off by each way, or leave it to the organisation")
  func preferences() {
    var state = loaded()
    #expect(state.press("e").readings.contains(.preferences))
    state.answer(.preferences, .preferences(Sample.preferences()))
    #expect(state.text().contains("not set up here: command"))
    func chosen(_ effects: [Effect]) -> [String] {
      effects.compactMap { effect in
        guard case .setNotifications(let event, let transport, let isOn, _) = effect else {
          return nil
        }
        return "\(event.rawValue) \(transport.rawValue) \(isOn.map { "\($0)" } ?? "usual")"
      }
    }
    #expect(chosen(state.press("Enter")) == ["started in-app false"])
    #expect(chosen(state.press("l l Space")) == ["started mail true"])
    #expect(chosen(state.press("x")).isEmpty)
    let place = NotificationEvent.allCases.firstIndex(of: .assigned) ?? 0
    for _ in 0..<place { state.press("j") }
    #expect(chosen(state.press("x")) == ["assigned mail usual"])
    #expect(chosen(state.press("h h h h Enter")) == ["assigned in-app false"])
    state.press("q")
    #expect(state.page.kind == .notifications)
  }
}

@Suite("Messages")
struct MessageTests {
  @Test("L goes to the log of what was told, the newest first and in full")
  func log() {
    var state = InterfaceState.sample()
    let long = String(repeating: "long ", count: 60) + "end"
    _ = state.update(.notice("first", isError: false))
    _ = state.update(.notice(long, isError: true))
    state.press("L")
    #expect(state.page.kind == .messages)
    #expect(state.page.list?.visible.map { $0.cells[2].text } == [long, "first"])
    state.press("Enter")
    #expect(state.text().contains("end"))
    state.press("Esc 1 0")
    #expect(state.page.kind == .messages)
  }

  @Test("an error stays marked until it is seen")
  func seen() {
    var state = InterfaceState.sample()
    _ = state.update(.notice("broken", isError: true))
    #expect(state.log.unseenErrors == 1)
    state.press("L")
    #expect(state.log.unseenErrors == 1, "it is marked while it is looked at")
    state.press("1")
    #expect(state.log.unseenErrors == 0)
    _ = state.update(.notice("again", isError: true))
    state.press("Esc")
    #expect(state.log.unseenErrors == 0, "it was cleared away")
  }

  @Test("errors whose toasts are gone are told in the status line")
  func status() {
    var state = InterfaceState.sample()
    for number in 1...22 { _ = state.update(.notice("broken \(number)", isError: true)) }
    for _ in 1...20 { state.press("Esc") }
    #expect(state.text().contains("! 2 errors"))
    state.press("0 1")
    #expect(!state.text().contains("! 2 errors"))
  }

  @Test("what is told again and again is one entry with its count")
  func repeated() {
    var log = MessageLog()
    for _ in 1...3 { log.append(.note, "same", at: Sample.now) }
    log.append(.note, "other", at: Sample.now)
    #expect(log.entries.map(\.count) == [3, 1])
    for number in 1...600 { log.append(.note, "\(number)", at: Sample.now) }
    #expect(log.entries.count == MessageLog.kept)
    #expect(log.entries.last?.text == "600")
  }

  @Test("what was to be told before there was a screen is in the log")
  func warnings() {
    var setup = InterfaceState.sample().setup
    setup.warnings = ["TERM foo is unknown here, taken as xterm-256color"]
    var state = InterfaceState(
      setup: setup, viewer: InterfaceState.sample().viewer, now: Sample.now)
    _ = state.start()
    #expect(state.log.entries.map(\.text) == setup.warnings)
  }
}
