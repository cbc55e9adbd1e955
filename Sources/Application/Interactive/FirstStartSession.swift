// What happens when there is no store yet: the three choices, and what each leads to.

import ApplicationRuntime
import Interface
import Screen
import Terminal

/// Shows the first start, and goes on with what was chosen.
struct FirstStartSession {
  let context: CommandContext
  let terminal: TerminalChoice

  func run() throws -> ExitStatus {
    let location = try context.storeLocation()
    var refused: (path: String, reason: String)?
    while let choice = try ask(path: location.path, refused: refused) {
      guard case .other(let path) = choice else { return try begin(choice, at: location) }
      do {
        let (session, other) = try open(path)
        return try InteractiveSession.run(session, context: other, terminal: terminal, demo: nil)
      } catch let error as Unopened {
        // A slip of the fingers ends nothing: the path can be mended.
        refused = (path, error.reason)
      }
    }
    return .done
  }

  /// A store that was named and is none, or cannot be opened.
  private struct Unopened: Error { let reason: String }

  private func open(_ path: String) throws -> (Session, CommandContext) {
    var options = context.options
    options.store = path
    let other = CommandContext(
      environment: context.environment, options: options, configuration: context.configuration)
    do {
      guard try other.storeLocation().exists else {
        throw Unopened(reason: "There is no store at \(path).")
      }
      return (try other.openSession(), other)
    } catch let error as EngineError { throw Unopened(reason: error.message) }
  }

  private func begin(_ choice: FirstStart.Choice, at location: StoreLocation) throws -> ExitStatus {
    switch choice {
    case .demo:
      return try DemoCommand.run(context, keep: nil)
    case .own:
      let made = try StoreSetup.soleUser(at: location, context: context)
      let session = try context.openSession()
      try context.output.note(made.told.joined(separator: "\n"))
      return try InteractiveSession.run(session, context: context, terminal: terminal, demo: nil)
    case .other: return .done
    }
  }

  /// Nil when it was left without a choice.
  private func ask(
    path: String, refused: (path: String, reason: String)?
  ) throws -> FirstStart.Choice? {
    switch terminal {
    case .screen(let setup): try ask(FirstStart(path: path, refused: refused), on: setup)
    case .linear: try askInLines(path: path, refused: refused?.reason)
    }
  }

  private func ask(_ start: FirstStart, on setup: TerminalSetup) throws -> FirstStart.Choice? {
    let screen = try InteractiveSession.open(setup)
    defer { screen.close() }
    let glyphs = screen.glyphs
    var state = start
    _ = screen.run(
      &state,
      handle: { state, events, terminal in
        for event in events {
          if event == .key(.control("z")) { terminal.suspend() }
          if event == .key(.control("l")) { terminal.redrawAll() }
          state.update(event)
        }
        return state.isDone ? .quit : .wait()
      },
      render: { state, size in state.render(size: size, glyphs: glyphs) })
    return state.choice
  }

  private func askInLines(path: String, refused: String?) throws -> FirstStart.Choice? {
    let output = context.environment.output
    if let refused { try output.write("! \(refused.displaySafe)\n") }
    for line in FirstStart.lines(path: path) { try output.write(line.displaySafe + "\n") }
    while true {
      try output.write("1, 2 or 3 (Enter leaves): ")
      try output.flush()
      switch readLine()?.filter({ !$0.isWhitespace }) ?? "" {
      case "1": return .demo
      case "2": return .own
      case "3":
        try output.write("Path: ")
        try output.flush()
        guard let path = readLine(), path.contains(where: { !$0.isWhitespace }) else { continue }
        return .other(path)
      case "", "q", "quit": return nil
      default: continue
      }
    }
  }
}
