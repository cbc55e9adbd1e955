// A whole interface to try things on, without an engine.

import Screen
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

extension InterfaceState {
  /// Pages that have not started.
  static func unstarted(
    isAdministrator: Bool = false, configure: (inout InterfaceSetup) -> Void = { _ in }
  ) -> InterfaceState {
    var setup = InterfaceSetup(
      storeName: "demo", clock: LocalClock(timeZone: "Europe/Copenhagen"), currency: .euro,
      types: [SampleReport()], login: "carol")
    setup.importedType = setup.types.first?.id
    configure(&setup)
    let viewer = Viewer(
      actor: Actor(isAdministrator ? "carol" : "frank"),
      name: isAdministrator ? "Carol Dahl" : "Frank Berg", isAdministrator: isAdministrator)
    return InterfaceState(setup: setup, viewer: viewer, now: Sample.now)
  }

  static func sample(
    size: Size = Size(columns: 80, rows: 24), isAdministrator: Bool = false,
    configure: (inout InterfaceSetup) -> Void = { _ in }
  ) -> InterfaceState {
    var state = unstarted(isAdministrator: isAdministrator, configure: configure)
    _ = state.start()
    _ = state.update(.input(.resize(size)))
    _ = state.update(.named(Sample.names))
    state.answer(.overview, .overview(Sample.overview()))
    return state
  }

  /// Presses keys by their spellings: `press("j j a")`. Returns what they want done.
  @discardableResult
  mutating func press(_ keys: String) -> [Effect] {
    var effects: [Effect] = []
    for key in keys.split(separator: " ").compactMap({ Key(String($0)) }) as [Key] {
      effects += update(.input(.key(key)))
      shown()
    }
    return effects
  }

  /// Types text.
  @discardableResult
  mutating func type(_ text: String) -> [Effect] {
    var effects: [Effect] = []
    for character in text { effects += update(.input(.key(.character(character)))) }
    return effects
  }

  @discardableResult
  mutating func answer(_ reading: Reading, _ answer: ReadAnswer) -> [Effect] {
    update(.read(reading, as: viewer.actor, .success(answer)))
  }

  @discardableResult
  mutating func fillInbox(_ rows: [InboxRow] = Sample.inbox) -> [Effect] {
    answer(.inbox(limit: 200), .inbox(Window(rows: rows, next: nil)))
  }

  mutating func pass(_ seconds: Int) {
    _ = update(
      .clock(now.advanced(by: .seconds(seconds)), uptime: uptime + .seconds(seconds)))
  }

  /// The screen as text.
  func text(_ glyphs: Glyphs = .unicode) -> String { render(size: size, glyphs: glyphs).text }
}

extension [Effect] {
  var requests: [ActionRequest] {
    flatMap { effect -> [ActionRequest] in
      if case .perform(let requests, _, _) = effect { requests } else { [] }
    }
  }

  var readings: [Reading] {
    compactMap { if case .read(let reading, _) = $0 { reading } else { nil } }
  }

  var jobs: [JobCommand] {
    compactMap { if case .job(let command, _) = $0 { command } else { nil } }
  }

  var quits: Bool { contains { if case .quit = $0 { true } else { false } } }
}
