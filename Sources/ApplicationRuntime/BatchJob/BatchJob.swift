// What reads the queue: a background Dispatch timer on its own serial queue.

import Dispatch
import Synchronization
import Workflow
import WorkflowRuntime

/// The batch job of this process.
///
/// It claims the right to run for each type that the program knows, handles what is due, and
/// sleeps until the next due time, the interval, or a commit that wakes it. While another
/// process holds a right it tries again twice a second: the kernel frees the right of one that
/// dies.
final class BatchJob: @unchecked Sendable {
  // What varies is used on `queue` only, but for `mustLeave`; that is why the class may be sent.
  private let runner: BatchRunner
  private let parts: EngineParts
  private let queue = DispatchQueue(label: "countersign.batch-job")
  private var timer: (any DispatchSourceTimer)?
  private var claims: [DocumentTypeID: any RunClaim] = [:]
  private var observation: StoreObservation?
  /// Set from any thread: the commit under way is the last one.
  private let mustLeave = Atomic(true)
  private var requests = RunnerRequests()
  /// Until then the rights are left to who asked for them.
  private var yieldsUntil = DispatchTime(uptimeNanoseconds: 0)
  /// When something was handled last, until what the store holds in its journal was moved.
  private var lastWork: DispatchTime?
  /// When the timer fires next: a commit that wakes nobody does not put it off.
  private var nextLook: DispatchTime?
  private var tell: @Sendable (EngineError) -> Void = { _ in }
  private var lastTold: EngineError?

  /// Nothing was handled for so long: there is time to tidy up.
  private static let idleTime = Duration.seconds(2)
  /// Leaving does not wait longer for handlers outside; they are called again, with their key.
  private static let leavingTime = Duration.seconds(2)
  private static let yieldTime = 1.0
  private static let claimInterval = Duration.milliseconds(500)

  init(runner: BatchRunner) {
    self.runner = runner
    parts = runner.parts
  }

  var isRunning: Bool { queue.sync { !claims.isEmpty } }

  /// Starts the timer and runs what is due.
  ///
  /// - Parameter tell: called when the store cannot be worked on, once for each reason until it
  ///   can be again. The job tries again each second.
  func start(telling tell: @escaping @Sendable (EngineError) -> Void) {
    queue.sync {
      guard timer == nil else { return }
      mustLeave.store(false, ordering: .relaxed)
      self.tell = tell
      _ = requests.changed(in: parts.store)
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
    mustLeave.store(true, ordering: .relaxed)
    queue.sync {
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

  /// The organisation does not declare the type any more.
  private func releaseUnknown() {
    let known = parts.types
    for (type, claim) in claims where known[type] == nil {
      claim.release()
      claims[type] = nil
    }
  }

  /// A commit of some process: there may be something due, or something asked of the runner.
  private func wake() {
    queue.async { [self] in
      guard timer != nil else { return }
      let isAsked = takeRequests()
      guard let settings = try? parts.store.read({ try BatchJobSettings.read($0) }) else {
        return fire()
      }
      if settings.isPaused {
        // Whoever steps needs the right to run.
        releaseAll()
      } else if settings.wakes || isAsked || claims.isEmpty {
        return fire()
      }
      schedule(settings, isNewLook: false)
    }
  }

  /// Runs everything that is due, then sleeps until something is.
  private func fire() {
    guard timer != nil else { return }
    do {
      let settings = try parts.store.read { reading in
        parts.sources.refresh(reading)
        return try BatchJobSettings.read(reading)
      }
      if settings.isPaused {
        releaseAll()
      } else {
        releaseUnknown()
        try claimWhatIsFree()
        try runUntilNothingIsDue()
        try tidyWhenIdle()
      }
      lastTold = nil
      schedule(settings, isNewLook: true)
    } catch {
      // Nothing is lost: it is tried again.
      let reason = EngineError.wrapping(error)
      if reason != lastTold { tell(reason) }
      lastTold = reason
      setTimer(.now() + 1)
    }
  }

  /// Notes what is asked of the runner, and gives the rights up for a moment when another
  /// process wants them: a batch. Returns whether it is asked to run now.
  private func takeRequests() -> Bool {
    let asked = requests.changed(in: parts.store)
    if asked.yields {
      yieldsUntil = .now() + Self.yieldTime
      releaseAll()
    }
    return asked.runs
  }

  private func claimWhatIsFree() throws {
    guard DispatchTime.now() >= yieldsUntil else { return }
    for type in parts.types.keys where claims[type] == nil {
      guard !mustLeave.load(ordering: .relaxed), let claim = try parts.store.claimRun(of: type)
      else { continue }
      let isComplete: Bool
      do {
        isComplete = try runner.takeOver(
          claim, goesOn: { goesOn }, finished: { [weak self] in self?.wake() })
      } catch {
        claim.abandon()
        throw error
      }
      guard isComplete else { return claim.abandon() }
      claims[type] = claim
    }
  }

  private var goesOn: Bool { !mustLeave.load(ordering: .relaxed) }

  private func runUntilNothingIsDue() throws {
    while goesOn, !claims.isEmpty {
      let outcome = try runner.runBatch(for: claims.keys.sorted()) { [weak self] in self?.wake() }
      if outcome.isIdle { return }
      lastWork = .now()
      _ = takeRequests()
    }
  }

  /// Moves the store's journal once nothing was due for a while.
  private func tidyWhenIdle() throws {
    guard let lastWork, DispatchTime.now() >= lastWork + Self.idleTime / .seconds(1) else {
      return
    }
    self.lastWork = nil
    try parts.store.checkpoint()
  }

  /// Sets the timer: the next due time, at the latest the interval; sooner while a right to run
  /// is with another process, or there is something to tidy up.
  private func schedule(_ settings: BatchJobSettings, isNewLook: Bool) {
    var wait = settings.interval
    if !settings.isPaused {
      let known = claims.keys.sorted()
      let due = try? parts.store.read { reading -> Timestamp? in
        let skipsTimers = try TimerHold.read(reading) != nil
        return try known.compactMap {
          try reading.nextRunnableTime(of: $0, skipsTimers: skipsTimers)
        }.min()
      }
      if let due = due ?? nil, settings.wakes {
        wait = min(wait, max(.zero, due.duration(since: parts.clock.now())))
      }
      if claims.count < parts.types.count { wait = min(wait, Self.claimInterval) }
    }
    if lastWork != nil { wait = min(wait, Self.idleTime) }
    let time = DispatchTime.now() + wait / .seconds(1)
    setTimer(isNewLook ? time : min(time, nextLook ?? time))
  }

  private func setTimer(_ time: DispatchTime) {
    nextLook = time
    timer?.schedule(deadline: time, leeway: .milliseconds(1))
  }
}

/// What other processes ask of the one that runs the job, by numbers in the store that grow.
private struct RunnerRequests {
  private var run: String?
  private var yield: String?

  /// What is asked since the last time.
  mutating func changed(in store: any Store) -> (runs: Bool, yields: Bool) {
    let now = try? store.read {
      (try $0.setting(SettingName.runRequest), try $0.setting(SettingName.yieldRequest))
    }
    guard let now else { return (false, false) }
    defer { (run, yield) = now }
    return (run != now.0, yield != now.1)
  }
}
