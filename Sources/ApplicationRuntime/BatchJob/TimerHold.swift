// Limits and reminders wait after the clock leapt, until an administrator releases them.

import Workflow
import WorkflowRuntime

/// Why limits and reminders are held: the wall clock leapt against the clock that counts from the
/// machine's start, by more than ten minutes.
public struct TimerHold: Hashable, Sendable {
  /// The collection of records that tells every hold and every release.
  public static let collection = "clock-leaps"

  /// The wall clock's time, after the leap.
  public let since: Timestamp
  /// By how much it leapt; negative for one back.
  public let leap: Duration

  public init(since: Timestamp, leap: Duration) {
    self.since = since
    self.leap = leap
  }

  /// What is told to administrators.
  public var sentence: String {
    let minutes = Int(leap / .seconds(60))
    return "the clock leapt \(abs(minutes)) minutes \(minutes < 0 ? "back" : "ahead"): limits and "
      + "reminders are held until an administrator looks at the clock and releases them"
  }
}

extension TimerHold {
  static func read(_ reading: any StoreReading) throws -> TimerHold? {
    guard let text = try reading.setting(SettingName.timerHold) else { return nil }
    do {
      return try TimerHold(stored: try JSON(parsing: text))
    } catch {
      throw EngineError(.badData, "the stored hold of limits cannot be read: \(error)")
    }
  }

  func begin(_ transaction: any StoreTransaction) throws {
    try transaction.set(json.text, for: SettingName.timerHold)
    try record("held", by: nil, at: since, transaction)
  }

  func end(by actor: Actor, at now: Timestamp, _ transaction: any StoreTransaction) throws {
    try transaction.set(nil, for: SettingName.timerHold)
    try record("released", by: actor, at: now, transaction)
  }

  /// Keeps what happened; a leap belongs to no document, and so not to its history.
  private func record(
    _ what: String, by actor: Actor?, at now: Timestamp, _ transaction: any StoreTransaction
  ) throws {
    var parts = StoredParts()
    parts.add("event", what)
    parts.add("actor", actor)
    parts.add("leapSeconds", Int(leap / .seconds(1)))
    _ = try transaction.appendRecord(
      in: Self.collection, key: "\(what) \(now.microseconds)", document: nil,
      body: parts.json.text, at: now)
  }
}

extension TimerHold: Storable {
  public var json: JSON {
    var parts = StoredParts()
    parts.add("since", since)
    parts.add("leapSeconds", Int(leap / .seconds(1)))
    return parts.json
  }

  public init(stored json: JSON) throws(RuntimeError) {
    let object = try StoredObject(json, what: "hold of limits")
    self.init(
      since: try object.required("since"),
      leap: .seconds(try object.required("leapSeconds", Int.self)))
  }
}

extension Engine {
  /// Why limits and reminders are held; nil while they are not.
  public func timerHold() throws -> TimerHold? { try reading { try TimerHold.read($0) } }

  /// Lets limits and reminders go on after a leap of the clock: those that are due fire now.
  ///
  /// - Returns: the hold that is over; nil when there was none.
  @discardableResult
  public func releaseTimers(by actor: Actor) throws -> TimerHold? {
    try requireAdministrator(actor, "release limits and reminders")
    let now = now
    return try writing { transaction in
      guard let hold = try TimerHold.read(transaction) else { return nil }
      try hold.end(by: actor, at: now, transaction)
      return hold
    }
  }
}
