// The queue: in order within an instance, one acknowledgment for each event, effects once.

import MemoryStore
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

struct QueueInvariants {
  /// What an acknowledgment answers.
  private struct Exchange: Hashable {
    let instance: InstanceID
    let event: MessageType
    let payload: Payload

    /// Whoever skips the handler of an element's end says how it ended.
    init(instance: InstanceID, event: MessageType, payload: Payload) {
      self.instance = instance
      self.event = event
      var payload = payload
      payload.outcome = nil
      self.payload = payload
    }
  }

  /// Events whose handler can be passed: they count as acknowledged.
  private static let skippable: Set<MessageType> = [
    .elementEnded, .workflowStarted, .workflowCompleted, .workflowCanceled,
  ]

  private var pending: Set<Int64> = []
  private var timers: Set<Int64> = []
  private var last: Int64 = 0
  private var handledEvents: [Exchange: Int] = [:]
  private var acknowledgments: [Exchange: Int] = [:]
  private var expectedEffects: Set<String> = []
  private var effects: Set<String> = []
  private var lastRecord: Int64 = 0

  mutating func check(_ tables: Tables, behavior: Behavior) throws {
    try takeNew(tables)
    for sequence in pending.sorted() {
      guard let message = tables.done[sequence] else {
        // Only limits and reminders leave without being handled.
        let isThere = tables.pending[sequence] != nil
        try require(isThere || timers.contains(sequence), "message \(sequence) has gone")
        if !isThere { pending.remove(sequence) }
        continue
      }
      pending.remove(sequence)
      if message.state == .handled {
        try handled(message, tables, behavior)
      } else if Self.skippable.contains(message.type), message.error?.hasPrefix("skipped") == true {
        handledEvents[
          Exchange(instance: message.instance, event: message.type, payload: message.payload),
          default: 0] += 1
      }
    }
    try checkAcknowledgments()
    try checkEffects(tables)
  }

  /// Messages that were posted since the last look.
  private mutating func takeNew(_ tables: Tables) throws {
    let newest = max(tables.pending.keys.max() ?? 0, tables.done.keys.max() ?? 0)
    while last < newest {
      last += 1
      // One that was posted and removed in one commit was never there.
      guard let message = tables.pending[last]?.message ?? tables.done[last] else { continue }
      pending.insert(last)
      if message.type == .timerDue { timers.insert(last) }
      let event = MessageType.allCases.first { $0.acknowledgment == message.type }
      if let event {
        let exchange = Exchange(
          instance: message.instance, event: event, payload: message.payload)
        acknowledgments[exchange, default: 0] += 1
      }
    }
  }

  private mutating func handled(
    _ message: Message, _ tables: Tables, _ behavior: Behavior
  ) throws {
    try checkOrder(message, tables)
    guard message.type.isEvent else { return }
    handledEvents[
      Exchange(instance: message.instance, event: message.type, payload: message.payload),
      default: 0] += 1
    guard let instance = tables.instances[message.instance] else { return }
    let key = HandlerEvent(message, of: instance, at: message.postedAt).idempotencyKey
    if message.type == .automatedExecution, behavior.outsideEffects(of: key) > 0 { return }
    try require(
      expectedEffects.insert(key).inserted, "two events were handled with the key \(key)")
  }

  /// Nothing that comes first still waits, unless this may go before it (SPEC 2).
  private func checkOrder(_ message: Message, _ tables: Tables) throws {
    guard !message.type.overtakes, !message.isHeldAnswer else { return }
    for row in tables.pending.values where row.message.instance == message.instance {
      let isEarlier =
        (row.message.dueAt, row.message.sequence) < (message.dueAt, message.sequence)
      // A limit waits for the window of an answer, or because the clock leapt.
      let waits =
        row.message.type == .timerDue
        && (tables.settings[SettingName.timerHold] != nil
          || row.message.runnableAt > message.startedAt ?? message.dueAt)
      try require(
        !isEarlier || row.message.isHeldAnswer || waits,
        "\(message.sequence) was handled before \(row.message.sequence) of \(message.instance)")
    }
  }

  private func checkAcknowledgments() throws {
    try require(
      handledEvents == acknowledgments,
      "events and acknowledgments differ: "
        + "\(handledEvents.filter { acknowledgments[$0.key] != $0.value }) "
        + "\(acknowledgments.filter { handledEvents[$0.key] != $0.value })")
  }

  /// The effects of handlers inside the store: each there once, their records without a gap.
  private mutating func checkEffects(_ tables: Tables) throws {
    for record in (tables.records[SimulatedType.effects] ?? []).dropFirst(Int(lastRecord)) {
      try requireEqual(record.number, lastRecord + 1, "the records have a gap")
      lastRecord = record.number
      try require(effects.insert(record.body).inserted, "the effect \(record.body) is there twice")
    }
    try require(
      effects == expectedEffects,
      "effects and handled events differ: \(effects.symmetricDifference(expectedEffects))")
  }
}

func requireEqual<Value: Equatable>(
  _ found: Value, _ expected: Value, _ rule: String
) throws {
  try require(found == expected, "\(rule): found \(found), expected \(expected)")
}
