// One instance in memory: restored for a batch, worked on message by message, saved once.

import Workflow
import WorkflowRuntime

/// What a batch does with one instance, staged as values until it is saved.
///
/// Each message is handled on a copy: one that fails leaves what was there before it, which is
/// its savepoint. A message that is posted and handled here is written once, as handled; the
/// instance is written once.
struct InstanceWork {
  /// A message of this batch, whether its row is in the store already, and whether it differs.
  struct QueuedMessage {
    var message: Message
    let isStored: Bool
    var isChanged = false
  }

  /// A message for whom a handler outside the store has to be called after the commit.
  struct OutsideCall: Sendable {
    let message: Message
  }

  var instance: StoredInstance
  var state: InstanceState?
  var document: StoredDocument
  /// Those still to be handled, in order.
  var queue: [QueuedMessage]
  /// Those that were handled, discarded or put off here, to be written.
  var done: [QueuedMessage] = []
  /// The instance's open items, once they were needed.
  var openItems: [WorkItem]?
  var newItems: [WorkItem] = []
  var changedItems: [WorkItem] = []
  var history: [HistoryEntry] = []
  /// What becomes of pending messages that are not in memory.
  var discardsStoredMessages: (except: Int64, reason: String)?
  var outsideCalls: [OutsideCall] = []
  private let wasHeldBy: Int64?
  private let originalDocument: StoredDocument
  private let originalInstance: StoredInstance

  /// More pending messages of one instance are not looked at in one batch.
  private static let window = 1_000

  /// Restores an instance with its due messages; nil when it is not in the store.
  init?(restoring id: InstanceID, at now: Timestamp, from reading: any StoreReading) throws {
    guard let instance = try reading.instance(id),
      let document = try reading.document(instance.document)
    else { return nil }
    self.instance = instance
    self.document = document
    wasHeldBy = instance.heldBy
    originalInstance = instance
    originalDocument = document
    let pending = try reading.pendingMessages(
      of: id, dueBy: .distantFuture, limit: Self.window)
    // An answer that can still be taken back counts from when it was given: it goes before
    // whatever falls due inside its window, and takes nothing along that was given after it.
    let due = pending.filter { $0.dueAt <= now }
    let latest = due.max { $0.precedes($1) }
    let early = pending.filter { message in
      message.dueAt > now && message.isHeldAnswer && latest.map(message.precedes) ?? false
    }
    queue = (early + due).sorted { $0.precedes($1) }
      .map { QueuedMessage(message: $0, isStored: true) }
  }

  /// Takes the next message that may be handled now out of the queue; nil when none may.
  ///
  /// Recall, cancel and resume overtake one that waits for its retry or is stopped. Anything
  /// else waits behind it.
  mutating func takeNext(at now: Timestamp) -> QueuedMessage? {
    let index: Int?
    if instance.heldBy != nil || instance.isCanceling {
      index =
        queue.firstIndex { $0.message.type.overtakes }
        ?? queue.firstIndex { mayRun($0.message, at: now) }
    } else {
      index = queue.indices.first
    }
    return index.map { queue.remove(at: $0) }
  }

  /// Whether a message may go on while another holds the instance, or it is being canceled.
  private func mayRun(_ message: Message, at now: Timestamp) -> Bool {
    guard message.state != .stopped, message.state != .running, message.runnableAt <= now else {
      return false
    }
    return instance.heldBy.map { $0 == message.sequence } ?? true
  }

  /// Discards every other message that is still to come.
  mutating func discardOthers(than sequence: Int64, reason: String, at now: Timestamp) {
    for index in queue.indices {
      queue[index].message.discard(reason: reason, at: now)
    }
    // One that was put off, or is to be called outside, in this batch is among them.
    for index in done.indices where done[index].message.state.isPending {
      done[index].message.discard(reason: reason, at: now)
    }
    outsideCalls = []
    done.append(contentsOf: queue)
    queue = []
    discardsStoredMessages = (sequence, reason)
    instance.heldBy = nil
  }

  /// Writes what changed. Called once, at the end of the batch's work with this instance.
  func save(
    to transaction: any StoreTransaction, random: any RandomSource, at now: Timestamp
  ) throws {
    for queued in done where !queued.message.state.isPending {
      try write(queued, to: transaction)
    }
    // Before what was posted afterwards is written: that is not among the discarded.
    if let discard = discardsStoredMessages {
      _ = try transaction.discardMessages(
        of: instance.id, except: discard.except, reason: discard.reason, at: now)
    }
    for queued in done where queued.message.state.isPending {
      try write(queued, to: transaction)
    }
    for queued in queue where queued.isChanged || !queued.isStored {
      try write(queued, to: transaction)
    }
    if instance.heldBy != wasHeldBy || discardsStoredMessages != nil {
      // The one that holds now may have been held by the one before it.
      if wasHeldBy != nil {
        try transaction.setHeld(false, instance: instance.id, except: nil)
      }
      if let holder = instance.heldBy {
        try transaction.setHeld(true, instance: instance.id, except: holder)
      }
    }
    // An item of a person is closed before the next one of that person is opened.
    for item in changedItems { try transaction.update(item) }
    for item in newItems { try transaction.insert(item) }
    var saved = instance
    if let state { saved.state = state.json.text }
    var chain = HistoryChain(document: document.id, instance: instance.id)
    for (index, entry) in history.enumerated() {
      // The last entry answers for the state that is saved with it.
      let savedState = index == history.count - 1 ? saved.state : nil
      try chain.append(entry, savedState: savedState, to: transaction, random: random)
    }
    if document != originalDocument { try transaction.update(document, fingerprints: nil) }
    if saved != originalInstance { try transaction.update(saved) }
  }

  private func write(
    _ queued: QueuedMessage, to transaction: any StoreTransaction
  ) throws {
    guard !queued.isStored else { return try transaction.update(queued.message) }
    let isHeld =
      instance.heldBy != nil && instance.heldBy != queued.message.sequence
      && !queued.message.type.overtakes
    try transaction.insert(queued.message, isHeld: isHeld)
  }
}

extension Message {
  /// Whether it carries an answer that can still be taken back.
  var isHeldAnswer: Bool { payload.answer?.takesEffectAt != nil }

  /// Its place in the instance: an answer with a window counts from when it was given.
  private var place: (Timestamp, Int64) {
    (isHeldAnswer ? payload.answer?.givenAt ?? dueAt : dueAt, sequence)
  }

  /// Whether it is handled before another message of its instance.
  func precedes(_ other: Message) -> Bool { place < other.place }

  /// Whether its window is still open; afterwards it only waits for the batch job.
  func canBeTakenBack(at now: Timestamp) -> Bool {
    payload.answer?.takesEffectAt.map { now < $0 } ?? false
  }

  mutating func discard(reason: String, at now: Timestamp) {
    state = .discarded
    error = reason
    handledAt = now
  }
}
