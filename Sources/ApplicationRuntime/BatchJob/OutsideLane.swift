// The places that calls of one handler outside have.

/// The calls of one handler: so many run at once, the others wait for a place.
struct OutsideLane {
  enum Admission { case starts, waits, isRefused }

  private var running = 0
  /// Those among the running that did not come back in their time.
  private var hanging = 0
  private var waiting: [OutsideCall] = []

  /// Gives a call a place, or lets it wait for one; refuses it while every place hangs.
  mutating func admit(_ call: OutsideCall) -> Admission {
    if running < call.atOnce {
      running += 1
      return .starts
    }
    guard hanging < running else { return .isRefused }
    waiting.append(call)
    return .waits
  }

  /// A call came back. Returns the one that takes its place.
  mutating func leave(wasHanging: Bool) -> OutsideCall? {
    if wasHanging { hanging -= 1 }
    guard !waiting.isEmpty else {
      running -= 1
      return nil
    }
    return waiting.removeFirst()
  }

  /// A call did not come back in its time. Returns those that wait in vain when all places hang.
  mutating func hang() -> [OutsideCall] {
    hanging += 1
    guard hanging >= running else { return [] }
    defer { waiting = [] }
    return waiting
  }
}
