// The screens of this program: engine, terminal and pages wired together.

import ApplicationRuntime
import Expenses
import Interface
import Screen
import Terminal
import Workflow
import WorkflowRuntime

/// Opens the screens and returns when they are left.
enum InteractiveSession {
  /// `countersign`, `countersign ui`: the store that was named or the usual one, or the first
  /// start where there is none.
  static func run(_ context: CommandContext) throws -> ExitStatus {
    let setup = try terminalSetup(context)
    if try context.storeLocation().exists {
      let session = try context.openSession()
      return try run(session, context: context, terminal: setup, demo: nil)
    }
    return try FirstStartSession(context: context, terminal: setup).run()
  }

  /// `demo`: an open session on the throw-away store.
  static func run(
    _ session: Session, context: CommandContext, secondTerminalCommand: String
  ) throws -> ExitStatus {
    try run(
      session, context: context, terminal: try terminalSetup(context), demo: secondTerminalCommand)
  }

  /// Runs the screens on an open session and closes it.
  ///
  /// - Parameter demo: the line to run in a second terminal, when the store is a demo.
  static func run(
    _ session: Session, context: CommandContext, terminal setup: TerminalSetup, demo: String?
  ) throws -> ExitStatus {
    defer { session.close() }
    let (viewer, isNobody) = try viewer(of: session)
    var interface = try interfaceSetup(
      session, context: context, terminal: setup, isDemo: demo != nil)
    // A clock that stands still never reaches the end of an undo window.
    if session.clock != nil { interface.undoWindow = .zero }
    interface.secondTerminalCommand = demo
    let log = ProgramLog(variables: context.environment.variables)
    if let note = setup.note { log?.add(note) }
    let terminal = try open(setup)
    let errors = DivertedErrors(to: log)
    defer {
      terminal.close()
      errors.end()
    }
    let mailbox = Mailbox(waker: terminal.waker)
    let worker = EngineWorker(engine: session.engine, clock: session.clock, mailbox: mailbox)
    let observation = session.engine.observe { mailbox.post(.storeChanged) }
    defer { withExtendedLifetime(observation) {} }
    let runsJob = !context.options.noRun && !context.options.readOnly
    let tell = { @Sendable (error: EngineError) in
      log?.add(error.message)
      mailbox.post(.notice(error.message, isError: true))
    }
    if runsJob { session.engine.startBatchJob(telling: tell) }
    if let demo { mailbox.post(.notice("In a second terminal: \(demo)", isError: false)) }
    var state = ScreenLoop.State(
      interface: InterfaceState(setup: interface, viewer: viewer, now: session.engine.now),
      choosesPerson: isNobody)
    let loop = ScreenLoop(
      worker: worker, mailbox: mailbox, runsJob: runsJob, telling: tell,
      editor: ExternalEditor(
        variables: context.environment.variables, errors: errors.terminal))
    let ending = loop.run(&state, on: terminal)
    worker.finish()
    terminal.close()
    errors.end()
    guard ending == .quit else { return .interrupted }
    if demo == nil {
      try HeldAnswers(engine: session.engine, actor: state.interface.viewer.actor)
        .tell(on: context.output)
    }
    return .done
  }

  // MARK: What the pages start with

  private static func viewer(of session: Session) throws -> (viewer: Viewer, isNobody: Bool) {
    let identity = session.identity
    do {
      let actor = try session.actor
      let name = session.engine.personName(actor.person)
      let isAdministrator = identity.organization.isAdministrator(actor.person)
      return (Viewer(actor: actor, name: name, isAdministrator: isAdministrator), false)
    } catch {
      // The login is nobody here: where one may act as others, the pages ask who to be.
      guard identity.mayImpersonate, session.options.actingAs == nil else { throw error }
      let nobody = Actor(PersonID(identity.login))
      return (Viewer(actor: nobody, name: "nobody", isAdministrator: false), true)
    }
  }

  private static func interfaceSetup(
    _ session: Session, context: CommandContext, terminal: TerminalSetup, isDemo: Bool
  ) throws -> InterfaceSetup {
    let organization = try session.engine.organization()
    var setup = InterfaceSetup(
      storeName: isDemo ? "demo" : session.location.shortName,
      clock: LocalClock(timeZone: organization.timeZone), currency: organization.currency,
      types: session.engine.orderedTypes,
      login: session.identity.person ?? PersonID(session.identity.login),
      table: context.configuration.keys)
    setup.undoWindow =
      context.options.undoWindow?.duration ?? context.configuration.undoWindow ?? setup.undoWindow
    setup.importedType = session.engine.orderedTypes.first { $0 is ExpenseReport }?.id
    setup.isReadOnly = context.options.readOnly
    setup.mayActAsOthers = session.identity.mayImpersonate
    setup.showsHints = isDemo
    setup.warnings = [terminal.note].compactMap { $0 }
    setup.hasColleagues = isDemo && !context.options.readOnly
    return setup
  }

  // MARK: Terminal

  static func terminalSetup(_ context: CommandContext) throws(EngineError) -> TerminalSetup {
    let environment = TerminalEnvironment(
      variables: context.environment.variables,
      isInputTerminal: context.environment.isInputTerminal,
      isOutputTerminal: context.environment.isOutputTerminal)
    var options = TerminalOptions()
    options.linear = context.options.linear
    options.ascii = context.options.ascii
    options.color = context.options.color.flatMap { ColorChoice(rawValue: $0.rawValue) }
    options.configuredColor = context.configuration.color.flatMap {
      ColorChoice(rawValue: $0.rawValue)
    }
    options.theme = context.configuration.theme ?? .standard
    options.mouse = context.configuration.usesMouse
    do {
      switch try environment.choose(options) {
      case .screen(let setup): return setup
      case .linear(let setup):
        throw EngineError(
          .notFound,
          setup.reason + " This release has no linear pages yet; every page has a command.")
      }
    } catch let error as EngineError {
      throw error
    } catch {
      throw EngineError(.notFound, (error as? TerminalError)?.message ?? "\(error)")
    }
  }

  static func open(_ setup: TerminalSetup) throws(EngineError) -> Terminal {
    do { return try Terminal(setup) } catch { throw EngineError(.notFound, error.message) }
  }
}

extension StoreLocation {
  /// The file's name without its ending: what the status line calls the store.
  var shortName: String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".sqlite") ? String(file.dropLast(".sqlite".count)) : file
  }
}
