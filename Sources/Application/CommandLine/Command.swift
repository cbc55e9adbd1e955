// What each command is: its options, and what it does with a store and an output.

import ApplicationRuntime
import ArgumentParser
import Screen
import Workflow

/// A command of the program. It is parsed by the argument parser and run here, with the world
/// given to it.
protocol Command: ParsableCommand {
  var options: SharedOptions { get }
  func run(_ context: CommandContext) throws -> ExitStatus
}

/// What a command is given: the world, its options and the output that they ask for.
struct CommandContext {
  let environment: ApplicationEnvironment
  let options: SharedOptions
  let configuration: Configuration
  let output: CommandOutput

  /// - Parameter configuration: what holds where the options say nothing.
  init(
    environment: ApplicationEnvironment, options: SharedOptions,
    configuration: Configuration = Configuration()
  ) {
    var options = options
    options.ascii = options.ascii || configuration.isASCII
    self.environment = environment
    self.options = options
    self.configuration = configuration
    output = CommandOutput(environment: environment, options: options)
  }

  /// Opens the store, finds out who acts, and moves its clock when `--now` says so.
  func openSession() throws -> Session {
    let location = try storeLocation()
    return try session(on: try StoreFile.open(location), at: location)
  }

  /// The session of a batch, with the store that keeps the right to run for it.
  func openBatchSession() throws -> (session: Session, store: BatchStore) {
    let location = try storeLocation()
    let store = BatchStore(try StoreFile.open(location))
    return (try session(on: store, at: location), store)
  }

  private func session(on store: any Store, at location: StoreLocation) throws -> Session {
    let session = try Session(on: store, at: location, context: self)
    if let now = options.now {
      try session.moveClock(to: try Self.time(now))
      try session.clock?.save()
    }
    return session
  }

  func storeLocation() throws(EngineError) -> StoreLocation {
    try StoreLocation(
      option: options.store, variables: environment.variables, configured: configuration.store)
  }

  /// A time, or a day, which begins at midnight UTC.
  static func time(_ text: String) throws(EngineError) -> Timestamp {
    guard let time = Timestamp(iso8601: text) ?? Timestamp(iso8601: text + "T00:00:00Z") else {
      throw EngineError(
        .usage, "“\(text)” is not a time such as 2026-03-01T09:00:00Z, or a day: 2026-03-01.")
    }
    return time
  }

  /// Asks before something that cannot be undone; without a terminal `--yes` must be there.
  func confirm(_ question: String) throws {
    if options.yes { return }
    guard environment.canPrompt else {
      throw EngineError(.usage, "\(question) Without a terminal this needs --yes.")
    }
    try environment.output.flush()
    try environment.errors.write("\(question) [y/N] ".displaySafe)
    guard try readLine().lowercased().hasPrefix("y") else {
      throw EngineError(.interrupted, "Nothing was done.")
    }
  }

  private func readLine() throws -> String {
    var line: [UInt8] = []
    while line.count < 256, let byte = try environment.input.read(1).first, byte != 0x0A {
      line.append(byte)
    }
    return String(decoding: line, as: UTF8.self)
  }
}
