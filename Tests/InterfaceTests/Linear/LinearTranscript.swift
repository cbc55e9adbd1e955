// The linear mode without an engine: lines go in, readings are answered from samples.

import Workflow

@testable import ApplicationRuntime
@testable import Interface

/// A conversation, as it would stand on paper.
struct LinearTranscript {
  private(set) var state: LinearState
  private(set) var text = ""
  /// Everything that was wanted so far, readings apart.
  private(set) var effects: [Effect] = []

  init(
    width: Int = 72, isAdministrator: Bool = false,
    configure: (inout InterfaceSetup) -> Void = { _ in }
  ) {
    var interface = InterfaceState.sample(isAdministrator: isAdministrator, configure: configure)
    // The sample has begun already, and waits for its first reading.
    let begun = interface.fillInbox()
    state = LinearState(interface, width: width, glyphs: .unicode)
    take(begun)
    take(state.start())
    tell()
  }

  /// Types lines, one after the other. Gives what was written after the last of them.
  @discardableResult
  mutating func type(_ lines: String...) -> String {
    var last = ""
    for line in lines {
      let before = text.count
      text += line + "\n"
      take(state.update(line: line))
      while true {
        let more = state.goOn()
        if more.isEmpty { break }
        take(more)
      }
      tell()
      last = String(text.dropFirst(before))
    }
    return last
  }

  private mutating func tell() { text += state.present() + state.prompt }

  mutating func update(_ event: InterfaceEvent) { take(state.update(event)) }

  private mutating func take(_ new: [Effect]) {
    var waiting = new[...]
    while let effect = waiting.popFirst() {
      guard case .read(let reading, let actor) = effect else {
        effects.append(effect)
        continue
      }
      let answer = Self.answer(to: reading).map { Result<ReadAnswer, EngineError>.success($0) }
      waiting += state.update(
        .read(reading, as: actor, answer ?? .failure(EngineError(.notFound, "Not in the samples.")))
      )
    }
  }

  private static func answer(to reading: Reading) -> ReadAnswer? {
    switch reading {
    case .overview: .overview(Sample.overview())
    case .inbox: .inbox(Window(rows: Sample.inbox, next: nil))
    case .documents: .documents(Window(rows: Sample.documents, next: nil))
    case .queue: .queue(pending: Sample.pending, done: Sample.handled)
    case .instances: .instances(Window(rows: Sample.instances, next: nil))
    case .document(let id): id == "ER-000012" ? .document(Sample.detail()) : nil
    case .editing:
      .editing(EditorContext(today: Day(iso8601: "2026-03-03") ?? .earliest, currency: .euro))
    case .people:
      .people([
        PersonChoice(id: "sue", name: "Sue Lind", note: "", isAdministrator: false),
        PersonChoice(id: "ivan", name: "Ivan Petrov", note: "1 open item", isAdministrator: false),
      ])
    default: nil
    }
  }
}
