// Writing what happens as it happens: after each commit of any process, until a signal.

import ApplicationRuntime

struct Following {
  let session: Session
  /// It ends by itself after so many objects.
  let limit: Int?

  /// Calls `look` at once and after each commit.
  ///
  /// - Parameter look: reads what is new and gives each object to the closure that it gets; that
  ///   says false when enough was written.
  func run(
    _ look: (_ write: (any OutputObject) throws -> Bool) throws -> Void
  ) throws -> ExitStatus {
    let signals = EndingSignals()
    let observation = session.engine.observe { signals.wake() }
    var count = 0
    let write = { (object: any OutputObject) throws -> Bool in
      if let limit, count >= limit { return false }
      try session.output.follow(object)
      count += 1
      return limit.map { count < $0 } ?? true
    }
    return try withExtendedLifetime(observation) {
      while true {
        try look(write)
        if let limit, count >= limit { return .done }
        if let ending = signals.waitForWake() { return ending }
      }
    }
  }
}
