// What delivers in the background: a timer of its own, beside the batch job's.

import Dispatch
import Workflow
import WorkflowRuntime

/// Looks for due deliveries when something was committed, when the next one is due, and when one
/// has ended. It never touches the batch job's queue: a program that hangs holds up no instance.
final class DeliveryJob: @unchecked Sendable {
  // What varies is used on `queue` only; that is why the class may be sent.
  private let parts: EngineParts
  let runner: DeliveryRunner
  private let queue = DispatchQueue(label: "countersign.deliveries")
  private var timer: (any DispatchSourceTimer)?
  private var observation: StoreObservation?
  private var claim: (any RunClaim)?
  private var isLooking = false

  /// A busy store commits thousands of times a second; nobody reads mails so fast.
  private static let restTime = DispatchTimeInterval.milliseconds(200)
  private static let longestWait = Duration.seconds(60)
  private static let claimInterval = Duration.seconds(1)

  init(parts: EngineParts) {
    self.parts = parts
    runner = DeliveryRunner(parts: parts)
  }

  func start() {
    queue.sync {
      guard timer == nil else { return }
      let timer = DispatchSource.makeTimerSource(queue: queue)
      timer.setEventHandler { [weak self] in self?.fire() }
      timer.schedule(deadline: .now())
      timer.activate()
      self.timer = timer
      observation = parts.store.observeCommits { [weak self] in self?.lookSoon() }
    }
  }

  /// Ends what is under way, and gives the right up.
  func stop() {
    queue.sync {
      timer?.cancel()
      timer = nil
      observation = nil
    }
    runner.stop()
    queue.sync {
      claim?.release()
      claim = nil
    }
  }

  /// Delivers what is due in this thread, when nobody else has the right to; for commands.
  func runUntilNothingIsDue() throws {
    // Most stores have no transport: nothing is claimed for them.
    let next = try parts.store.read { try $0.nextDeliveryTime() }
    guard let next, next <= parts.clock.now() else { return }
    guard let claim = try parts.store.claimRun(of: DeliveryRunner.right) else { return }
    defer { claim.release() }
    while try runner.startDue(finished: {}) {
      runner.wait()
      // What the store could not take now is recorded, or run again, by the next one.
      guard !runner.isUnderWay else { return }
    }
  }

  private func lookSoon() {
    queue.async { [self] in
      guard timer != nil, !isLooking else { return }
      isLooking = true
      queue.asyncAfter(deadline: .now() + Self.restTime) { [weak self] in
        self?.isLooking = false
        self?.fire()
      }
    }
  }

  private func fire() {
    guard timer != nil else { return }
    var wait = Self.longestWait
    do {
      let isPaused = try parts.store.read { try BatchJobSettings.read($0).isPaused }
      if let next = try parts.store.read({ try $0.nextDeliveryTime() }), !isPaused {
        if claim == nil { claim = try parts.store.claimRun(of: DeliveryRunner.right) }
        if claim == nil {
          wait = Self.claimInterval
        } else {
          _ = try runner.startDue { [weak self] in self?.lookSoon() }
          // What is under way, or has no place, is looked at when something ends.
          let due = next.duration(since: parts.clock.now())
          wait = runner.isUnderWay ? wait : min(wait, max(.milliseconds(200), due))
        }
      } else if !runner.isUnderWay {
        claim?.release()
        claim = nil
      }
    } catch {
      // Nothing is lost: it is tried again.
      wait = Self.claimInterval
    }
    timer?.schedule(deadline: .now() + wait / .seconds(1), leeway: .milliseconds(10))
  }
}
