// What the handlers of the simulation do now, and what they did.

import Synchronization

/// What the handlers do now, and what they did.
final class Behavior: Sendable {
  private struct State {
    var failing: Set<String> = []
    var calls = 0
    var outsideEffects: [String: Int] = [:]
  }

  private let state = Mutex(State())

  func setFailing(_ handlers: Set<String>) { state.withLock { $0.failing = handlers } }

  var failing: Set<String> { state.withLock { $0.failing } }

  /// A number that no other call has.
  func called(_ handler: String) throws -> Int {
    try state.withLock { state in
      state.calls += 1
      guard !state.failing.contains(handler) else { throw SimulatedFailure(handler: handler) }
      return state.calls
    }
  }

  func didOutside(_ key: String) { state.withLock { $0.outsideEffects[key, default: 0] += 1 } }

  func outsideEffects(of key: String) -> Int { state.withLock { $0.outsideEffects[key] ?? 0 } }
}
