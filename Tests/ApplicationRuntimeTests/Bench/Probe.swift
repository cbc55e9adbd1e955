// What the handlers of a test do, and what they did.

import Synchronization

/// What the handlers of a test do, and what they did.
final class Probe: Sendable {
  private struct State {
    var errors: [String: any Error] = [:]
    var calls: [String: [String]] = [:]
    var before: @Sendable (String) -> Void = { _ in }
  }

  private let state = Mutex(State())

  /// Makes a handler fail until it is told otherwise; nil lets it pass.
  func fail(_ handler: String, _ error: (any Error)? = NoteFailure()) {
    state.withLock { $0.errors[handler] = error }
  }

  /// What happens at the beginning of each call.
  func before(_ body: @escaping @Sendable (String) -> Void) { state.withLock { $0.before = body } }

  func called(_ handler: String, key: String) throws {
    let before = state.withLock { state in
      state.calls[handler, default: []].append(key)
      return state.before
    }
    before(handler)
    if let error = state.withLock({ $0.errors[handler] }) { throw error }
  }

  /// The idempotency keys that a handler was called with, in order.
  func keys(_ handler: String) -> [String] { state.withLock { $0.calls[handler] ?? [] } }
}
