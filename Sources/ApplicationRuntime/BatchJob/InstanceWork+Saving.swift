// Writing what a batch did with one instance.

import Workflow
import WorkflowRuntime

extension InstanceWork {
  /// Writes what changed. Called once, at the end of the batch's work with this instance.
  func save(
    to transaction: any StoreTransaction, random: any RandomSource, at now: Timestamp
  ) throws {
    for sequence in removedTimers { try transaction.removeMessage(sequence) }
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
    if saved != originalInstance {
      try transaction.update(saved)
      try transaction.count(1, as: .saved)
    }
    // What the runtime had in memory and did not begin itself, it restored.
    if state != nil, originalInstance.state != nil { try transaction.count(1, as: .restored) }
    for effect in effectsOnOthers {
      try effect.apply(to: transaction, from: saved, random: random, at: now)
    }
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
