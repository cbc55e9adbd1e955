// The loop between terminal and pages: events in, effects out, one frame each time.

import ApplicationRuntime
import Interface
import Screen
import Terminal

/// Runs the pages on a terminal. It waits for nothing but the terminal.
struct ScreenLoop: Sendable {
  struct State {
    var interface: InterfaceState
    /// The login is nobody here: the first thing is to ask who to be.
    var choosesPerson: Bool
    var hasStarted = false
  }

  let worker: EngineWorker
  let mailbox: Mailbox
  let runsJob: Bool
  /// Told when the store cannot be worked on.
  let tell: @Sendable (EngineError) -> Void
  let editor: ExternalEditor
  private let start = ContinuousClock.now

  init(
    worker: EngineWorker, mailbox: Mailbox, runsJob: Bool,
    telling tell: @escaping @Sendable (EngineError) -> Void, editor: ExternalEditor
  ) {
    self.worker = worker
    self.mailbox = mailbox
    self.runsJob = runsJob
    self.tell = tell
    self.editor = editor
  }

  func run(_ state: inout State, on terminal: Terminal) -> LoopEnding {
    let glyphs = terminal.glyphs
    return terminal.run(
      &state,
      handle: { state, events, terminal in handle(events, &state, terminal) },
      render: { state, size in
        let frame = state.interface.render(size: size, glyphs: glyphs)
        state.interface.shown()
        return frame
      })
  }

  private func handle(
    _ events: [InputEvent], _ state: inout State, _ terminal: Terminal
  ) -> LoopDecision {
    let uptime = start.duration(to: .now)
    var effects = state.interface.update(.clock(worker.engine.now, uptime: uptime))
    if !state.hasStarted {
      state.hasStarted = true
      worker.begin()
      effects += state.interface.start(choosingPerson: state.choosesPerson)
    }
    for event in mailbox.take() { effects += state.interface.update(event) }
    for event in events {
      followJob(event)
      effects += state.interface.update(.input(event))
    }
    carryOut(effects, &state, terminal)
    if state.interface.isQuitting { return .quit }
    return .wait(
      tick: state.interface.nextTick, discardInput: state.interface.dialogAwaitsFrame)
  }

  /// A stopped process must not keep the right to run: others take over meanwhile.
  private func followJob(_ event: InputEvent) {
    guard runsJob else { return }
    switch event {
    case .suspending: worker.engine.stopBatchJob()
    case .resumed: worker.engine.startBatchJob(telling: tell)
    default: break
    }
  }

  /// Ctrl-Z in the editor stops this process as well, without the right to run.
  private var jobSuspension: Suspension? {
    guard runsJob else { return nil }
    let (engine, tell) = (worker.engine, tell)
    return Suspension { stop in
      engine.stopBatchJob()
      stop()
      engine.startBatchJob(telling: tell)
    }
  }

  private func carryOut(_ effects: [Effect], _ state: inout State, _ terminal: Terminal) {
    var waiting = effects[...]
    while let effect = waiting.popFirst() {
      switch effect {
      case .suspend:
        if runsJob { worker.engine.stopBatchJob() }
        // `.resumed` comes when the shell continues it, and starts the job again.
        terminal.suspend()
      case .redraw: terminal.redrawAll()
      case .bell: terminal.bell()
      case .copy(let text): terminal.copy(text)
      case .mouse(let isOurs): terminal.mouse = isOurs
      case .editText(let text, let line, let file):
        let result = terminal.suspended {
          withExtendedLifetime(jobSuspension) { editor.edit(text, line: line, file: file) }
        }
        let event: InterfaceEvent =
          switch result {
          case .success(let text): .edited(text)
          case .failure(let error): .notice(error.message, isError: true)
          }
        waiting += state.interface.update(event)
      case .quit: break
      default: worker.carryOut(effect)
      }
    }
  }
}
