// The screens of this program: engine, terminal and pages wired together.

import ApplicationRuntime
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
    let choice = try terminalChoice(context)
    if try context.storeLocation().exists {
      let session = try context.openSession()
      return try run(session, context: context, terminal: choice, demo: nil)
    }
    return try FirstStartSession(context: context, terminal: choice).run()
  }

  /// `demo`: an open session on the throw-away store.
  static func run(
    _ session: Session, context: CommandContext, secondTerminalCommand: String
  ) throws -> ExitStatus {
    try run(
      session, context: context, terminal: try terminalChoice(context),
      demo: secondTerminalCommand)
  }

  /// Runs the pages on an open session and closes it.
  ///
  /// - Parameter demo: the line to run in a second terminal, when the store is a demo.
  static func run(
    _ session: Session, context: CommandContext, terminal: TerminalChoice, demo: String?
  ) throws -> ExitStatus {
    defer { session.close() }
    let (viewer, isNobody) = try viewer(of: session)
    var setup = try interfaceSetup(
      session, context: context, terminal: terminal, isDemo: demo != nil)
    // A clock that stands still never reaches the end of an undo window.
    if session.clock != nil { setup.undoWindow = .zero }
    setup.secondTerminalCommand = demo
    let filters = FilterFile(variables: context.environment.variables)
    var warning: String?
    do { setup.filters = try filters.read() } catch { warning = error.message }
    let interface = InterfaceState(setup: setup, viewer: viewer, now: session.engine.now)
    let pages = PagesRun(
      session: session, context: context, interface: interface, choosesPerson: isNobody, demo: demo,
      filters: filters, warning: warning)
    let (status, actor) =
      switch terminal {
      case .screen(let setup): try pages.run(on: setup)
      case .linear(let setup): try pages.run(on: setup)
      }
    guard status == .done else { return status }
    if demo == nil {
      try HeldAnswers(engine: session.engine, actor: actor).tell(on: context.output)
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
    _ session: Session, context: CommandContext, terminal: TerminalChoice, isDemo: Bool
  ) throws -> InterfaceSetup {
    var setup = try InterfaceSetup(
      of: session.engine, storeName: isDemo ? "demo" : session.location.shortName,
      login: session.identity.person ?? PersonID(session.identity.login),
      table: context.configuration.keys)
    let window = context.options.undoWindow?.duration ?? context.configuration.undoWindow
    if let window { setup.undoWindow = min(window, ActionRequest.longestUndoWindow) }
    setup.isReadOnly = context.options.readOnly
    setup.mayActAsOthers = session.identity.mayImpersonate
    setup.showsHints = isDemo
    if case .screen(let screen) = terminal {
      setup.usesMouse = screen.mouse
      setup.warnings = [screen.note].compactMap { $0 }
    }
    // The demo's store is a sample store too.
    let isSample = try session.engine.storeSetting(StoreSetting.sample) == "true"
    setup.hasColleagues = (isDemo || isSample) && !context.options.readOnly
    return setup
  }

  // MARK: Terminal

  /// Whether the pages are shown on a screen or line by line.
  static func terminalChoice(_ context: CommandContext) throws(EngineError) -> TerminalChoice {
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
    do { return try environment.choose(options) } catch {
      throw EngineError(.notFound, error.message)
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
