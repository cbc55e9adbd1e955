// One run of the pages, on a screen or line by line.

import ApplicationRuntime
import Interface
import Screen
import Terminal
import WorkflowRuntime

/// Pages, engine and terminal wired together, from the first frame or line to the last.
struct PagesRun {
  let session: Session
  let context: CommandContext
  let interface: InterfaceState
  /// The login is nobody here: the first thing is to ask who to be.
  let choosesPerson: Bool
  /// The line to run in a second terminal, when the store is a demo.
  let demo: String?
  let filters: FilterFile
  /// What is told first: what could not be read.
  let warning: String?

  private var runsJob: Bool { !context.options.noRun && !context.options.readOnly }
  private var variables: [String: String] { context.environment.variables }

  /// - Returns: how it ended, and who sat there last.
  func run(on setup: TerminalSetup) throws -> (ExitStatus, Actor) {
    let log = ProgramLog(variables: variables)
    if let note = setup.note { log?.add(note) }
    let terminal = try InteractiveSession.open(setup)
    HeldSignals.letGo()
    let errors = DivertedErrors(to: log)
    defer {
      if demo != nil { HeldSignals.hold() }
      terminal.close()
      errors.end()
    }
    let waker = terminal.waker
    let mailbox = Mailbox { waker.wake() }
    return try withEngine(mailbox, log) { worker, tell in
      var state = ScreenLoop.State(interface: interface, choosesPerson: choosesPerson)
      let loop = ScreenLoop(
        worker: worker, mailbox: mailbox, runsJob: runsJob, telling: tell,
        editor: ExternalEditor(variables: variables, errors: errors.terminal))
      let ending = loop.run(&state, on: terminal)
      finish(&state.interface, worker, mailbox)
      return (ending == .quit ? .done : .interrupted, state.interface.viewer.actor)
    }
  }

  /// - Returns: how it ended, and who sat there last.
  func run(on setup: LinearSetup) throws -> (ExitStatus, Actor) {
    let input = LineInput()
    HeldSignals.letGo()
    defer { if demo != nil { HeldSignals.hold() } }
    let mailbox = Mailbox { [input] in input.wake() }
    try context.output.note(setup.reason)
    return try withEngine(mailbox, ProgramLog(variables: variables)) { worker, tell in
      var state = LinearState(
        interface, width: context.environment.columns ?? 80, glyphs: setup.glyphs)
      let loop = LinearLoop(
        worker: worker, mailbox: mailbox, input: input, output: context.environment.output,
        runsJob: runsJob, telling: tell, editor: ExternalEditor(variables: variables))
      let status = try loop.run(&state, choosingPerson: choosesPerson)
      worker.finish()
      return (status, state.interface.viewer.actor)
    }
  }

  /// Ends what was under way when the pages were left. A draft that was being made for the first time
  /// may have more behind it, which waits for its name.
  private func finish(_ interface: inout InterfaceState, _ worker: EngineWorker, _ mailbox: Mailbox)
  {
    worker.finish()
    let saves = mailbox.take().flatMap { interface.update($0) }.filter { effect in
      if case .save = effect { true } else { false }
    }
    if saves.isEmpty { return }
    for save in saves { worker.carryOut(save) }
    worker.finish()
  }

  private typealias Telling = @Sendable (EngineError) -> Void

  private func withEngine<Result>(
    _ mailbox: Mailbox, _ log: ProgramLog?,
    _ body: (EngineWorker, @escaping Telling) throws -> Result
  ) throws -> Result {
    let worker = EngineWorker(
      engine: session.engine, clock: session.clock, mailbox: mailbox,
      filters: filters, receipts: KeptFiles(of: session.location))
    let observation = session.engine.observe { mailbox.post(.storeChanged) }
    let tell: Telling = { error in
      log?.add(error.message)
      mailbox.post(.notice(error.message, isError: true))
    }
    if runsJob { session.engine.startBatchJob(telling: tell) }
    if let warning { mailbox.post(.notice(warning, isError: true)) }
    if let demo { mailbox.post(.notice("In a second terminal: \(demo)", isError: false)) }
    return try withExtendedLifetime(observation) { try body(worker, tell) }
  }
}
