// The loop of the linear mode: lines in, effects out, and a prompt when all is done.

import ApplicationRuntime
import Interface
import Screen

/// Runs the pages line by line.
struct LinearLoop {
  let worker: EngineWorker
  let mailbox: Mailbox
  let input: LineInput
  let output: any TextSink
  let runsJob: Bool
  let telling: @Sendable (EngineError) -> Void
  let editor: ExternalEditor
  private let start = ContinuousClock.now

  private static let mostRounds = 10

  init(
    worker: EngineWorker, mailbox: Mailbox, input: LineInput, output: any TextSink, runsJob: Bool,
    telling: @escaping @Sendable (EngineError) -> Void, editor: ExternalEditor
  ) {
    self.worker = worker
    self.mailbox = mailbox
    self.input = input
    self.output = output
    self.runsJob = runsJob
    self.telling = telling
    self.editor = editor
  }

  /// - Throws: when nobody can read what is written any more.
  func run(_ state: inout LinearState, choosingPerson: Bool) throws -> ExitStatus {
    worker.begin()
    var effects = clock(&state) + state.start(choosingPerson: choosingPerson)
    while true {
      if let status = try finish(effects, &state) { return status }
      effects = state.goOn()
      if !effects.isEmpty { continue }
      if state.isQuitting { return .done }
      try output.write(state.present() + state.prompt)
      try output.flush()
      switch try line(&state) {
      case .goesOn(let next): effects = next
      case .ends(let status): return status
      }
    }
  }

  /// What a line, or what came in its place, leads to.
  private enum Outcome {
    case goesOn([Effect])
    case ends(ExitStatus)
  }

  private func clock(_ state: inout LinearState) -> [Effect] {
    state.update(.clock(worker.engine.now, uptime: start.duration(to: .now)))
  }

  /// Waits for a line at the prompt; what happens meanwhile is taken in and told before the next.
  ///
  /// - Returns: what the line brought about, or how it ended.
  private func line(_ state: inout LinearState) throws -> Outcome {
    while true {
      input.ask()
      let arrival = input.next(within: state.interface.nextTick)
      var effects = clock(&state)
      for event in mailbox.take() { effects += state.update(event) }
      switch arrival {
      case .line(let line): return .goesOn(effects + state.update(line: line))
      case .end, .interrupted:
        try output.write("\n")
        carryOut(effects + state.update(.input(.terminate)), &state)
        return .ends(.done)
      case .terminated:
        carryOut(effects + state.update(.input(.terminate)), &state)
        return .ends(.interrupted)
      case .suspending:
        suspend()
        try output.write(state.prompt)
        try output.flush()
      case .wake, .tick: break
      }
      carryOut(effects, &state)
    }
  }

  /// Carries effects out and takes in what became of them, until nothing is left to be done.
  ///
  /// - Returns: how the program is to end; nil when it goes on.
  private func finish(
    _ effects: [Effect], _ state: inout LinearState
  ) throws -> ExitStatus? {
    carryOut(effects, &state)
    var isDone = false
    var rounds = 0
    // A store in which something always happens must not keep the prompt away.
    while !isDone, rounds < Self.mostRounds {
      rounds += 1
      let finished = worker.mark { [input] in input.wake() }
      while !finished.isReached {
        switch input.next(within: nil) {
        case .interrupted: carryOut(state.update(.input(.interrupted)), &state)
        case .terminated, .end:
          carryOut(state.update(.input(.terminate)), &state)
          return .interrupted
        case .suspending: suspend()
        case .line, .wake, .tick: break
        }
      }
      var more = clock(&state)
      for event in mailbox.take() { more += state.update(event) }
      carryOut(more, &state)
      isDone = more.isEmpty
    }
    return nil
  }

  private func suspend() {
    if runsJob { worker.engine.stopBatchJob() }
    input.suspend()
    if runsJob { worker.engine.startBatchJob(telling: telling) }
  }

  private func carryOut(_ effects: [Effect], _ state: inout LinearState) {
    var waiting = effects[...]
    while let effect = waiting.popFirst() {
      switch effect {
      case .editText(let text, let line, let file):
        let event: InterfaceEvent =
          switch editor.edit(text, line: line, file: file) {
          case .success(let text): .edited(text)
          case .failure(let error): .notice(error.message, isError: true)
          }
        waiting += state.update(event)
      case .suspend, .redraw, .bell, .copy, .mouse, .quit: break
      default: worker.carryOut(effect)
      }
    }
  }
}
