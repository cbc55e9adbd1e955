// Notices that somebody set the clock, and holds limits until an administrator releases them.

import Workflow
import WorkflowRuntime

/// Compares the wall clock with the clock that counts from the machine's start (SPEC 8).
///
/// The difference of the two stays the same while nobody sets the clock, whether the machine
/// sleeps or no process of ours runs; so it is kept in the store together with the machine's run.
/// After a restart of the machine there is nothing to compare with: a leap then cannot be told
/// from the time that the machine was off, and is none. Small steps, as from a time server, are
/// followed.
struct ClockWatch {
  private let clock: any EngineClock

  init(_ clock: any EngineClock) { self.clock = clock }

  private static let longestStep = Duration.seconds(600)
  private static let noticedStep = Duration.seconds(1)

  /// Looks at the clocks.
  ///
  /// - Returns: whether limits and reminders are held.
  func look(_ transaction: any StoreTransaction) throws -> Bool {
    let hold = try TimerHold.read(transaction)
    guard let boot = clock.sinceBoot else { return hold != nil }
    let now = clock.now()
    let difference = now.duration(since: .init(microseconds: 0)) - boot.elapsed
    let known = try transaction.setting(SettingName.clock).flatMap(Known.init)
    guard let known, known.boot == boot.boot else {
      try set(difference, boot, transaction)
      return hold != nil
    }
    let leap = difference - known.difference
    guard leap.magnitude > Self.noticedStep else { return hold != nil }
    try set(difference, boot, transaction)
    guard leap.magnitude > Self.longestStep else { return hold != nil }
    try TimerHold(since: now, leap: leap).begin(transaction)
    return true
  }

  private func set(
    _ difference: Duration, _ boot: BootReading, _ transaction: any StoreTransaction
  ) throws {
    let known = Known(boot: boot.boot, difference: difference)
    try transaction.set(known.text, for: SettingName.clock)
  }

  /// The difference of the clocks, as it was when they were looked at last.
  private struct Known {
    let boot: String
    let difference: Duration

    init(boot: String, difference: Duration) {
      self.boot = boot
      self.difference = difference
    }

    init?(_ text: String) {
      let parts = text.split(separator: " ")
      guard parts.count == 2, let microseconds = Int64(parts[1]) else { return nil }
      self.init(boot: String(parts[0]), difference: .microseconds(microseconds))
    }

    var text: String { "\(boot) \(Int64(difference / .microseconds(1)))" }
  }
}

extension Duration {
  fileprivate var magnitude: Duration { self < .zero ? .zero - self : self }
}
