// The clock of a store made for tests: a setting of the store that commands move.

import ApplicationRuntime
import Synchronization
import Workflow

/// A clock that stands still until a command moves it, and never goes back. Its time is kept in
/// the store, so that it holds for every process.
final class StoreClock: EngineClock {
  private struct State {
    var time: Timestamp
    var isSaved: Bool
  }

  private let store: any Store
  private let state: Mutex<State>

  /// The clock of a store; nil when the store follows the machine's time.
  init?(of store: any Store) throws {
    guard let time = try Self.stored(in: store) else { return nil }
    self.store = store
    state = Mutex(State(time: time, isSaved: true))
  }

  func now() -> Timestamp { state.withLock { $0.time } }

  /// Moves the clock forward; another time before it changes nothing.
  func advance(to time: Timestamp) {
    state.withLock {
      if time > $0.time { $0 = State(time: time, isSaved: false) }
    }
  }

  /// Writes the time to the store, when it moved.
  func save() throws {
    let state = state.withLock { $0 }
    if state.isSaved { return }
    try store.write { try $0.set(state.time.iso8601WithMicroseconds, for: StoreSetting.clock) }
    self.state.withLock { if $0.time == state.time { $0.isSaved = true } }
  }

  /// Takes over what another process made of it.
  func refresh() throws {
    if let time = try Self.stored(in: store) {
      state.withLock { if time > $0.time { $0 = State(time: time, isSaved: true) } }
    }
  }

  private static func stored(in store: any Store) throws -> Timestamp? {
    guard let text = try store.read({ try $0.setting(StoreSetting.clock) }) else { return nil }
    guard let time = Timestamp(iso8601: text) else {
      throw EngineError(.storeDamaged, "The store's clock “\(text)” is not a time.")
    }
    return time
  }
}

extension Timestamp {
  /// ISO 8601 with everything that the clock knows, so that it reads back as the same time.
  var iso8601WithMicroseconds: String {
    let fraction = microseconds % 1_000_000
    let digits = String(fraction < 0 ? fraction + 1_000_000 : fraction)
    let padded = String(repeating: "0", count: 6 - digits.count) + digits
    return iso8601.prefix(19) + "." + padded + "Z"
  }
}
