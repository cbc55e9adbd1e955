// Somebody who sits before the pages: presses keys, reads the screen, and is never tired of it.

import Application
import ApplicationRuntime
import Interface
import Screen
import Workflow
import WorkflowRuntime

/// Drives the pages in memory and reads what they show.
///
/// A robot uses the same pages, the same engine and the same worker between them as the program,
/// without a terminal. What it does takes effect before the call returns, so that a test needs no
/// waiting and runs in milliseconds. A page that is not as expected throws ``Unmet``, with the whole
/// screen in its message; any test library shows it.
///
/// ```swift
/// @Test("A trip is approved by the manager")
/// func approved() throws {
///   let workplace = try Workplace.sample(types: [Trip()])
///   let sam = try Robot(in: workplace, as: "sam")
///   try sam.press("2 n")
///   try sam.type("Visit Aarhus")
///   try sam.press("Enter ^S")
///   try sam.act("submit")
///   try sam.expect("U recalls it")
///
///   let frank = try Robot(in: workplace, as: "frank")
///   try frank.select("Visit Aarhus")
///   try frank.act("approve")
///   try frank.pass(.seconds(5))
///   try frank.expect(none: "Visit Aarhus")
/// }
/// ```
///
/// Two robots on one workplace are two screens on one store. A robot belongs to one thread.
public final class Robot {
  /// The pages, as they are now.
  package private(set) var interface: InterfaceState
  /// What the pages wanted done since the last step, for a robot without an engine.
  package private(set) var effects: [Effect] = []
  /// What the pages copied last to the terminal's clipboard.
  public private(set) var clipboard: String?
  /// Stands for `$EDITOR`: gets the text and gives the changed one, or nil for leaving it unsaved.
  public var editor: (String) -> String? = { _ in nil }
  /// Whether the signs are those of ASCII.
  public var isASCII = false

  private let office: Office?
  /// Gives the answers where there is no engine.
  private let answering: (Reading) -> ReadAnswer?
  private var uptime = Duration.zero

  /// The engine's side of a robot.
  private struct Office {
    let workplace: Workplace
    let worker: EngineWorker
    let mailbox: Mailbox
    let observation: StoreObservation
    let openedAt: Timestamp
  }

  /// So many exchanges between pages and engine may follow one step.
  private static let patience = 200

  /// Opens the pages of a workplace for a person, on the inbox.
  ///
  /// - Parameters:
  ///   - person: somebody of the organisation.
  ///   - columns: the width of the screen in cells.
  ///   - rows: its height.
  /// - Throws: `EngineError` when the person is nobody there.
  public init(
    in workplace: Workplace, as person: String, columns: Int = 80, rows: Int = 24
  ) throws {
    let engine = workplace.engine
    let actor = Actor(PersonID(person))
    let organization = try engine.organization()
    guard let found = organization.person(actor.person) else {
      throw EngineError(.notFound, "There is no person “\(person)” in this organisation.")
    }
    var setup = try InterfaceSetup(of: engine, storeName: "test", login: actor.person)
    setup.mayActAsOthers = true
    let viewer = Viewer(
      actor: actor, name: found.name,
      isAdministrator: organization.isAdministrator(actor.person))
    interface = InterfaceState(setup: setup, viewer: viewer, now: engine.now)
    answering = { _ in nil }
    let mailbox = Mailbox {}
    office = Office(
      workplace: workplace,
      worker: EngineWorker(
        engine: engine, mailbox: mailbox, filters: FilterFile(variables: [:])),
      mailbox: mailbox, observation: engine.observe { mailbox.post(.storeChanged) },
      openedAt: engine.now)
    office?.worker.begin()
    let first = interface.update(.input(.resize(Size(columns: columns, rows: rows))))
    try exchange(first + interface.start())
  }

  /// A robot before pages without an engine: what they read is given, and ``effects`` tells what
  /// else they want.
  ///
  /// - Parameters:
  ///   - interface: pages that have not started.
  ///   - answering: what a reading gets; nil for no answer yet.
  package init(
    _ interface: InterfaceState, answering: @escaping (Reading) -> ReadAnswer? = { _ in nil }
  ) throws {
    self.interface = interface
    self.answering = answering
    office = nil
    try exchange(self.interface.start())
  }

  deinit { office?.worker.finish() }

  // MARK: The screen

  /// The screen as text: one line per row, without the blanks at its end.
  public var text: String { frame.text }

  /// The screen with its styles.
  package var frame: Frame {
    interface.render(size: interface.size, glyphs: isASCII ? .ascii : .unicode)
  }

  /// Whether the pages were left.
  public var hasQuit: Bool { interface.isQuitting }

  /// The first line that has all the words.
  public func line(with words: String...) -> String? { line(words) }

  func line(_ words: [String]) -> String? {
    text.split(separator: "\n").map(String.init).first { line in
      words.allSatisfy { line.contains($0) }
    }
  }

  // MARK: One step

  /// Lets the pages take in an event, and does what they want done until all is quiet.
  package func take(_ event: InterfaceEvent) throws { try exchange(interface.update(event)) }

  /// Changes the pages as only they themselves can.
  package func change(_ body: (inout InterfaceState) -> [Effect]) throws {
    try exchange(body(&interface))
  }

  /// Time passes, for the store and for the pages.
  func advance(by duration: Duration) throws {
    uptime += duration
    office?.workplace.clock.advance(by: duration)
    let now = office?.workplace.engine.now ?? interface.now.advanced(by: duration)
    try take(.clock(now, uptime: uptime))
  }

  /// What others did meanwhile reaches the pages.
  func look() throws { try exchange([]) }

  private func exchange(_ first: [Effect]) throws {
    effects = first
    if let office { try exchange(first, with: office) } else { exchangeGiven(first) }
    interface.shown()
  }

  private func exchange(_ first: [Effect], with office: Office) throws {
    var waiting = first[...]
    for _ in 0..<Self.patience {
      while let effect = waiting.popFirst() { waiting += carryOut(effect, in: office) }
      office.worker.waitUntilIdle()
      try office.workplace.run()
      let now = office.workplace.engine.now
      uptime = max(uptime, now.duration(since: office.openedAt))
      let events = office.mailbox.take()
      guard !events.isEmpty else { return }
      waiting += interface.update(.clock(now, uptime: uptime))
      for event in events { waiting += interface.update(event) }
    }
  }

  private func exchangeGiven(_ first: [Effect]) {
    var waiting = first[...]
    for _ in 0..<Self.patience {
      guard let effect = waiting.popFirst() else { return }
      guard case .read(let reading, let actor) = effect, let answer = answering(reading) else {
        continue
      }
      let more = interface.update(.read(reading, as: actor, .success(answer)))
      effects += more
      waiting += more
    }
  }

  /// - Returns: what the pages want when it is done at once.
  private func carryOut(_ effect: Effect, in office: Office) -> [Effect] {
    switch effect {
    case .copy(let text): clipboard = text
    case .editText(let text, _, _): return interface.update(.edited(editor(text)))
    case .suspend, .redraw, .bell, .mouse, .quit: break
    default: office.worker.carryOut(effect)
    }
    return []
  }
}
