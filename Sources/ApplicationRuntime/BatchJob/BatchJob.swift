// What reads the queue: a background Dispatch timer on its own serial queue.

import Dispatch
import Workflow
import WorkflowRuntime

/// The batch job of this process.
///
/// It claims the right to run for each type that the program knows, handles what is due, and
/// sleeps until the next due time, the interval, or a commit that wakes it. While another
/// process holds a right it tries again twice a second: the kernel frees the right of one that
/// dies.
final class BatchJob: @unchecked Sendable {
  // Everything below is used on `queue` only; that is why the class may be sent.
  private let runner: BatchRunner
  private let parts: EngineParts
  private let queue = DispatchQueue(label: "countersign.batch-job")
  private var timer: (any DispatchSourceTimer)?
  private var claims: [DocumentTypeID: any RunClaim] = [:]
  private var observation: StoreObservation?
  private var isStarted = false
  private var lastRunRequest: String?
  private var lastYieldRequest: String?
  /// Until then the rights are left to who asked for them.
  private var yieldsUntil = DispatchTime(uptimeNanoseconds: 0)
  private var lastCleaning = Timestamp.distantPast
  /// When something was handled last, until what the store holds in its journal was moved.
  private var lastWork: DispatchTime?

  /// Nothing was handled for so long: there is time to tidy up.
  private static let idleTime = 2.0
  /// Leaving does not wait longer for handlers outside; they are called again, with their key.
  private static let leavingTime = Duration.seconds(2)
  private static let yieldTime = 1.0
  private static let claimInterval = Duration.milliseconds(500)
  private static let retention = Duration.seconds(7 * 86_400)

  init(runner: BatchRunner) {
    self.runner = runner
    parts = runner.parts
  }

  var isRunning: Bool { queue.sync { !claims.isEmpty } }

  /// Starts the timer and runs what is due.
  func start() {
    queue.sync {
      guard !isStarted else { return }
      isStarted = true
      lastYieldRequest = request(SettingName.yieldRequest)
      lastRunRequest = request(SettingName.runRequest)
      let timer = DispatchSource.makeTimerSource(queue: queue)
      timer.setEventHandler { [weak self] in self?.fire() }
      timer.schedule(deadline: .now())
      timer.activate()
      self.timer = timer
      observation = parts.store.observeCommits { [weak self] in self?.wake() }
    }
  }

  /// Finishes the commit under way and gives the rights up.
  func stop() {
    queue.sync {
      isStarted = false
      timer?.cancel()
      timer = nil
      observation = nil
      releaseAll()
    }
    runner.outside.wait(atMost: Self.leavingTime)
  }

  private func releaseAll() {
    for claim in claims.values { claim.release() }
    claims = [:]
  }

  /// A commit of some process: there may be something due.
  private func wake() {
    queue.async { [self] in
      guard isStarted else { return }
      yieldIfAsked()
      let wakes = (try? parts.store.read { try BatchJobSettings.read($0).wakes }) ?? true
      if wakes || isRunRequested() { fire() } else { schedule(after: nil) }
    }
  }

  /// Runs everything that is due, then sleeps until something is.
  private func fire() {
    guard isStarted else { return }
    do {
      let settings = try parts.store.read { try BatchJobSettings.read($0) }
      guard !settings.isPaused else {
        // Whoever steps needs the right to run.
        releaseAll()
        return schedule(after: nil)
      }
      try claimWhatIsFree()
      if !claims.isEmpty { try runUntilNothingIsDue() }
      try tidyWhenIdle()
      schedule(after: nil)
    } catch {
      // The store cannot work now: nothing is lost, it is tried again.
      schedule(after: .seconds(1))
    }
  }

  /// Gives the rights up for a moment when another process asks for them: a batch.
  private func yieldIfAsked() {
    let asked = request(SettingName.yieldRequest)
    guard asked != lastYieldRequest else { return }
    lastYieldRequest = asked
    guard !claims.isEmpty else { return }
    yieldsUntil = .now() + Self.yieldTime
    releaseAll()
  }

  private func claimWhatIsFree() throws {
    guard DispatchTime.now() >= yieldsUntil else { return }
    for type in parts.types.keys where claims[type] == nil {
      guard let claim = try parts.store.claimRun(of: type) else { continue }
      claims[type] = claim
      try runner.takeOver(claim) { [weak self] in self?.wake() }
    }
  }

  private func runUntilNothingIsDue() throws {
    let types = claims.keys.sorted()
    while isStarted {
      let outcome = try runner.runBatch(for: types) { [weak self] in self?.wake() }
      if outcome.handled.isEmpty { return }
      lastWork = .now()
    }
  }

  /// Moves the store's journal and removes old messages, once nothing was due for a while.
  private func tidyWhenIdle() throws {
    guard let lastWork, DispatchTime.now() >= lastWork + Self.idleTime else { return }
    self.lastWork = nil
    try parts.store.checkpoint()
    clean()
  }

  private func isRunRequested() -> Bool {
    let request = request(SettingName.runRequest)
    guard request != lastRunRequest else { return false }
    lastRunRequest = request
    return true
  }

  /// A request of some process to this job; nil while there was none.
  private func request(_ setting: String) -> String? {
    try? parts.store.read { try $0.setting(setting) }
  }

  /// Messages that were handled longer ago than the retention leave, some at a time.
  private func clean() {
    let now = parts.clock.now()
    guard now.duration(since: lastCleaning) > .seconds(3600), !claims.isEmpty else { return }
    lastCleaning = now
    let end = now.advanced(by: .zero - Self.retention)
    _ = try? parts.store.write { try $0.removeMessages(handledBefore: end, limit: 10_000) }
  }

  /// Sets the timer: the next due time, at the latest the interval; sooner while a right to run
  /// is with another process.
  private func schedule(after delay: Duration?) {
    var next = delay ?? .seconds(60)
    if delay == nil {
      let known = claims.keys.sorted()
      let (settings, due) =
        (try? parts.store.read { reading in
          (
            try BatchJobSettings.read(reading),
            try known.compactMap { try reading.nextRunnableTime(of: $0) }.min()
          )
        }) ?? (BatchJobSettings(), nil)
      next = settings.interval
      if let due, !settings.isPaused, settings.wakes {
        next = min(next, max(.zero, due.duration(since: parts.clock.now())))
      }
      if claims.count < parts.types.count, !settings.isPaused {
        next = min(next, Self.claimInterval)
      }
    }
    let nanoseconds =
      next.components.seconds * 1_000_000_000
      + next.components.attoseconds / 1_000_000_000
    if lastWork != nil { next = min(next, .seconds(Self.idleTime)) }
    timer?.schedule(
      deadline: .now() + .nanoseconds(Int(max(0, nanoseconds))), leeway: .milliseconds(1))
  }
}
