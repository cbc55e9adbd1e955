// Driving the batch job from a command: run what is due, or wait for who has the right to.

import Dispatch
import Workflow
import WorkflowRuntime

extension Engine {
  /// Sees to it that what is due is handled before a command returns (INTERFACE 3).
  ///
  /// When the right to run is free, it runs the job in this thread until nothing is due; when
  /// another process has it, it waits until nothing of the instance is due any more.
  ///
  /// - Returns: false when it was left to others: the job is paused, or is not to be woken, or
  ///   the wait ran out. What was posted is durable all the same.
  public func settle(_ instance: InstanceID?, wait: Duration) throws -> Bool {
    let settings = try batchJobSettings()
    guard !settings.isPaused, settings.wakes else { return false }
    let changed = DispatchSemaphore(value: 0)
    let observation = observe { changed.signal() }
    defer { withExtendedLifetime(observation) {} }
    let deadline = DispatchTime.now() + .milliseconds(Int(wait / .milliseconds(1)))
    while true {
      do {
        if try driveIfFree(), try !hasDueMessage(instance) { return true }
      } catch {
        guard instance != nil else { throw error }
        // What was posted is durable; who runs the job next meets the same trouble and tells it.
        return false
      }
      if try !hasDueMessage(instance) { return true }
      guard DispatchTime.now() < deadline else { return false }
      // A notice may be missed by a store that has none: look again after a short while.
      _ = changed.wait(timeout: min(deadline, .now() + .milliseconds(100)))
    }
  }

  /// Runs everything due for the types whose right is free; false when none is, or when the
  /// process is being suspended.
  func driveIfFree() throws -> Bool { try gate.drive { try drive() } ?? false }

  private func drive() throws -> Bool {
    var claims: [any RunClaim] = []
    defer { for claim in claims { claim.release() } }
    do {
      for type in types.keys.sorted() {
        guard let claim = try store.claimRun(of: type) else { continue }
        try takeOver(claim)
        claims.append(claim)
      }
      guard !claims.isEmpty else { return false }
      while true {
        let outcome = try runner.runBatch(for: claims.map(\.type))
        runner.outside.wait()
        if outcome.isIdle { return true }
        if gate.isClosed { return false }
      }
    } catch {
      throw EngineError.wrapping(error)
    }
  }

  /// Takes over with a claim, which is abandoned when that cannot be finished.
  private func takeOver(_ claim: any RunClaim) throws {
    do {
      guard try runner.takeOver(claim, finished: {}) else {
        throw EngineError(.tryAgain, "the batch job is paused")
      }
    } catch {
      claim.abandon()
      throw error
    }
  }

  private func hasDueMessage(_ instance: InstanceID?) throws -> Bool {
    let now = now
    return try reading { reading in
      guard let instance else { return try reading.queueCounts(at: now).ready > 0 }
      guard try reading.instance(instance)?.heldBy == nil else { return false }
      // A limit may wait for the window of an answer, or because the clock leapt.
      let isHolding = try TimerHold.read(reading) != nil
      return try reading.pendingMessages(of: instance, dueBy: now, limit: 100).contains {
        $0.runnableAt <= now && !(isHolding && $0.type == .timerDue)
      }
    }
  }

  /// Handles exactly one message, in a commit of its own. A running job is paused first.
  ///
  /// - Returns: the message as it stands now, nil when nothing was due, and whether the job ran
  ///   and is paused by this.
  public func step(by actor: Actor) throws -> (message: Message?, wasRunning: Bool) {
    try requireAdministrator(actor, "single step")
    let wasRunning = try !batchJobSettings().isPaused
    if wasRunning { try pause(by: actor) }
    // The process that ran the job gives its right up when it sees the pause.
    for _ in 0..<100 {
      var claims: [any RunClaim] = []
      // One step is no takeover: the sign that a process died stays.
      defer {
        for claim in claims { claim.predecessorDied ? claim.abandon() : claim.release() }
      }
      do {
        for type in types.keys.sorted() {
          if let claim = try store.claimRun(of: type) { claims.append(claim) }
        }
        if claims.count == types.count {
          let outcome = try runner.runBatch(
            for: claims.map(\.type), limits: .single, evenPaused: true)
          runner.outside.wait()
          return (outcome.handled.first, wasRunning)
        }
      } catch {
        throw EngineError.wrapping(error)
      }
      _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .milliseconds(10))
    }
    throw EngineError(.tryAgain, "another process still runs the batch job; try again")
  }
}
