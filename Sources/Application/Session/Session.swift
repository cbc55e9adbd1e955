// An open store with its engine and the person who acts: what a command works with.

import ApplicationRuntime
import SQLiteStore
import Workflow
import WorkflowRuntime

/// One run of the program on one store. It owns the store until it is closed.
final class Session {
  let engine: Engine
  let location: StoreLocation
  let identity: Identity
  let options: SharedOptions
  let output: CommandOutput
  /// The clock of a test-clock store; nil where the machine's time holds.
  let clock: StoreClock?
  private let chosenActor: Result<Actor, EngineError>

  /// - Parameter store: the open store of that place.
  init(on store: any Store, at location: StoreLocation, context: CommandContext) throws {
    let environment = context.environment
    clock = try StoreClock(of: store)
    engine = Engine(
      store: store, types: environment.types, clock: clock ?? environment.clock)
    self.location = location
    var options = context.options
    options.filter = try options.filter.map {
      try FilterFile(variables: environment.variables).expanded($0)
    }
    self.options = options
    output = context.output
    let isOwner = location.file?.owner == environment.userNumber
    let isSample = try engine.storeSetting(StoreSetting.sample) == "true"
    let identity = Identity(
      organization: try engine.organization(), login: environment.login,
      mayImpersonate: isOwner || isSample || clock != nil)
    self.identity = identity
    let wanted = context.options.actingAs
    chosenActor = Result { () throws(EngineError) in try identity.actor(as: wanted) }
    try output.explain("store \(location.path), \(chosenActorWords)")
  }

  deinit { close() }

  /// Gives claims and files up.
  func close() {
    engine.stopBatchJob()
    // Everything that was told is flushed already; there is nothing left that could be lost.
    try? engine.store.close()
  }

  /// Who acts; throws when the login is nobody.
  var actor: Actor { get throws { try chosenActor.get() } }

  /// Who acts, for something that changes the store.
  func actingPerson() throws -> Actor {
    try requireActing()
    return try actor
  }

  /// Throws where nothing may be changed.
  func requireActing() throws(EngineError) {
    guard !options.readOnly else {
      throw EngineError(.notAllowed, "--read-only looks and never acts.")
    }
  }

  private var chosenActorWords: String {
    switch chosenActor {
    case .success(let actor): "acting: \(actor)"
    case .failure: "acting: nobody"
    }
  }

  /// What filters must know of the calendar.
  func filterCalendar() throws -> FilterCalendar {
    let zone = try engine.organization().zone
    return FilterCalendar(today: zone.day(of: engine.now)) { zone.day(of: $0) }
  }
}
