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
    @Boxed var message: Message
    let isStored: Bool
    var isChanged = false
  }

  /// A message for whom a handler outside the store has to be called after the commit.
  struct OutsideCall: Sendable {
    let message: Message
  }

  @Boxed var instance: StoredInstance
  var state: InstanceState?
  @Boxed var document: StoredDocument
  /// Those still to be handled, in order; the ones whose time has not come are among them.
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
  /// Limits in the store that are not needed any more.
  var removedTimers: [Int64] = []
  /// What its messages do to other instances, in order.
  var effectsOnOthers: [EffectOnOther] = []
  /// Whether limits and reminders wait, because the clock leapt.
  let holdsTimers: Bool
  /// The place of the last message that was read, when there are more than are looked at in one
  /// batch: what comes after it waits for those that were not read.
  let lastPlace: MessagePlace?
  let wasHeldBy: Int64?
  @Boxed private(set) var originalDocument: StoredDocument
  @Boxed private(set) var originalInstance: StoredInstance

  /// More pending messages of one instance are not looked at in one batch, but for those that
  /// may go before others.
  private static let window = 1_000
  private static let mayGoBefore: Set<MessageType> = [
    .timerDue, .workItemAnswered, .recall, .cancel, .resume, .migrate,
  ]

  /// Restores an instance with its messages; nil when it is not in the store.
  init?(
    restoring id: InstanceID, holdsTimers: Bool = false, from reading: any StoreReading
  ) throws {
    guard let instance = try reading.instance(id),
      let document = try reading.document(instance.document)
    else { return nil }
    self.instance = instance
    self.document = document
    wasHeldBy = instance.heldBy
    originalInstance = instance
    originalDocument = document
    // Nobody is asked anything before an instance has begun.
    if instance.state == nil { openItems = [] }
    self.holdsTimers = holdsTimers
    var pending = try reading.pendingMessages(
      of: id, dueBy: .distantFuture, limit: Self.window)
    let last = pending.count == Self.window ? pending.last : nil
    lastPlace = last.map { MessagePlace(time: $0.dueAt, sequence: $0.sequence) }
    if lastPlace != nil {
      let known = Set(pending.map(\.sequence))
      var others = try reading.pendingMessages(of: id, types: Self.mayGoBefore)
      if let holder = instance.heldBy, let message = try reading.message(holder) {
        others.append(message)
      }
      pending += others.filter { !known.contains($0.sequence) }.uniqued()
    }
    queue = pending.sorted { $0.precedes($1) }.map { QueuedMessage(message: $0, isStored: true) }
  }

  /// Discards every other message that is still to come, but for the ends of children: those have
  /// happened, and are waited for.
  mutating func discardOthers(than sequence: Int64, reason: String, at now: Timestamp) {
    let kept = queue.filter { $0.message.type == .childEnded }
    queue.removeAll { $0.message.type == .childEnded }
    for index in queue.indices {
      queue[index].message.discard(reason: reason, at: now)
    }
    // One that was put off, or is to be called outside, in this batch is among them.
    for index in done.indices where done[index].message.state.isPending {
      done[index].message.discard(reason: reason, at: now)
    }
    outsideCalls = []
    done.append(contentsOf: queue)
    queue = kept
    discardsStoredMessages = (sequence, reason)
    instance.heldBy = nil
  }
}
