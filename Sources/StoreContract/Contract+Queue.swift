// Messages: their order, their states, who waits for whom.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension StoreContract {
  static let queue: [Check] = [
    Check("a message comes back as it was posted, with everything that it carries") { store in
      let message = Sample.fullMessage(3)
      try store.write { try $0.insert(message, isHeld: false) }
      try requireEqual(try store.read { try $0.message(3) }, message, "the message")
      try requireEqual(try store.read { try $0.message(4) }, nil, "no message")
      try requireError(.conflict, "the same sequence again") {
        try store.write { try $0.insert(message, isHeld: false) }
      }
    },
    Check("runnable instances come by the time and sequence of their first message") { store in
      try store.write { transaction in
        for message in [
          Sample.message(1, of: 3, due: 5), Sample.message(2, of: 1, due: 1),
          Sample.message(3, of: 2, due: 1), Sample.message(4, of: 1, due: 1),
          Sample.message(5, of: 4, due: 99), Sample.message(6, of: 5, due: 1, retry: 50),
          Sample.message(7, of: 6, due: 0, state: .running),
          Sample.message(8, of: 7, due: 0, state: .stopped),
          Sample.message(9, of: 8, documentType: "other", due: 0),
          Sample.message(10, of: 9, due: 0, state: .handled, handled: 0),
          Sample.message(11, of: 10, due: 3, state: .waiting),
        ] {
          try transaction.insert(message, isHeld: false)
        }
        try transaction.insert(Sample.message(12, of: 11, due: 0), isHeld: true)
      }
      try store.read { reading in
        let found = try reading.runnableInstances(of: Sample.type, at: Sample.time(5), limit: 10)
        try requireEqual(found.map(\.instance.number), [1, 2, 10, 3], "order")
        try requireEqual(found.map(\.sequence), [2, 3, 11, 1], "their first messages")
        try requireEqual(found.first?.runnableAt, Sample.time(1), "time of the first")
        let two = try reading.runnableInstances(of: Sample.type, at: Sample.time(5), limit: 2)
        try requireEqual(two.map(\.instance.number), [1, 2], "limit")
        try requireEqual(
          try reading.runnableInstances(of: Sample.type, at: Sample.time(5), limit: 0).count, 0,
          "limit 0")
        let later = try reading.runnableInstances(of: Sample.type, at: Sample.time(99), limit: 10)
        try requireEqual(later.map(\.instance.number), [1, 2, 10, 3, 5, 4], "retry and due later")
        try requireEqual(
          try reading.nextRunnableTime(of: Sample.type), Sample.time(1), "next time")
        try requireEqual(try reading.nextRunnableTime(of: "none"), nil, "no next time")
        try requireEqual(
          try reading.runningMessages(of: Sample.type, limit: 9).map(\.sequence), [7], "running")
      }
    },
    Check("limits are left out of what can run while they are held, and removed without a trace") {
      store in
      try store.write { transaction in
        try transaction.insert(Sample.message(1, of: 1, type: .timerDue, due: 1), isHeld: false)
        try transaction.insert(Sample.message(2, of: 1, due: 4), isHeld: false)
        try transaction.insert(Sample.message(3, of: 2, type: .timerDue, due: 2), isHeld: false)
      }
      try store.read { reading in
        let all = try reading.runnableInstances(of: Sample.type, at: Sample.time(9), limit: 9)
        try requireEqual(all.map(\.sequence), [1, 3], "limits included")
        let held = try reading.runnableInstances(
          of: Sample.type, at: Sample.time(9), limit: 9, skipsTimers: true)
        try requireEqual(held.map(\.sequence), [2], "without limits")
        try requireEqual(
          try reading.nextRunnableTime(of: Sample.type, skipsTimers: true), Sample.time(4),
          "next time without limits")
      }
      try store.write { try $0.removeMessage(3) }
      try store.read { reading in
        try requireEqual(try reading.message(3), nil, "removed")
        try requireEqual(
          try reading.queueCounts(at: Sample.time(9)),
          QueueCounts(ready: 2, oldestReady: Sample.time(1)), "counts")
      }
      try requireError(.conflict, "removed twice") { try store.write { try $0.removeMessage(3) } }
    },
    Check("the messages of some types of an instance are found whenever they are due") { store in
      try store.write { transaction in
        for message in [
          Sample.message(1, due: 1), Sample.message(2, type: .timerDue, due: 90),
          Sample.message(3, type: .recall, due: 5), Sample.message(4, type: .timerDue, due: 7),
          Sample.message(5, of: 2, type: .recall), Sample.message(6, type: .workItemAnswered),
          Sample.message(7, type: .timerDue, state: .handled, handled: 1),
        ] {
          try transaction.insert(message, isHeld: message.sequence == 4)
        }
      }
      try requireEqual(
        try store.read {
          try $0.pendingMessages(of: InstanceID(1), types: [.timerDue, .recall]).map(\.sequence)
        }, [3, 4, 2], "in their order")
    },
    Check("the messages of an instance keep the order of due time and sequence") { store in
      try store.write { transaction in
        for message in [
          Sample.message(1, due: 9), Sample.message(2, due: 2),
          Sample.message(3, due: 2, retry: 90),
          Sample.message(4, due: 1, state: .stopped), Sample.message(5, of: 2, due: 0),
          Sample.message(6, due: 0, state: .handled, handled: 1), Sample.message(7, due: 50),
        ] {
          try transaction.insert(message, isHeld: message.sequence == 2)
        }
      }
      try store.read { reading in
        try requireEqual(
          try reading.pendingMessages(of: InstanceID(1), dueBy: Sample.time(9), limit: 9)
            .map(\.sequence), [4, 2, 3, 1], "order; a retry keeps its place")
        try requireEqual(
          try reading.pendingMessages(of: InstanceID(1), dueBy: Sample.time(9), limit: 1)
            .map(\.sequence), [4], "limit")
        try requireEqual(
          try reading.messages(MessageQuery(.instance(InstanceID(1)), limit: 9)).map(\.sequence),
          [1, 2, 3, 4, 6, 7], "all of the instance")
      }
    },
    Check("windows of the queue go on where the last one ended") { store in
      try store.write { transaction in
        for number in Int64(1)...6 {
          try transaction.insert(Sample.message(number, due: 10 - number / 2), isHeld: false)
        }
        for number in Int64(7)...11 {
          try transaction.insert(
            Sample.message(number, state: .handled, handled: number / 2), isHeld: false)
        }
      }
      try store.read { reading in
        try requireEqual(
          try pages(.pending, of: reading), [6, 4, 5, 2, 3, 1], "pending by due time")
        try requireEqual(try pages(.done, of: reading), [11, 10, 9, 8, 7], "done, newest first")
        try requireEqual(try pages(.all, of: reading), Array(1...11), "all")
        try requireEqual(
          try pages(.instance(InstanceID(1)), of: reading), Array(1...11), "of an instance")
        try requireEqual(
          try reading.messages(MessageQuery(.all, limit: -1)).count, 0, "a negative limit is none")
      }
    },
    Check("a message changes until it is handled, and not any more then") { store in
      var message = Sample.message(1)
      let first = message
      try store.write { try $0.insert(first, isHeld: false) }
      message.state = .waiting
      message.retryAt = Sample.time(30)
      message.attempts = 1
      message.error = "it failed"
      let failed = message
      try store.write { try $0.update(failed) }
      try requireEqual(try store.read { try $0.message(1) }, failed, "after a failure")
      try requireEqual(
        try store.read { try $0.nextRunnableTime(of: Sample.type) }, Sample.time(30), "retry")
      message.state = .handled
      message.startedAt = Sample.time(31)
      message.handledAt = Sample.time(32)
      let handled = message
      try store.write { try $0.update(handled) }
      try requireEqual(try store.read { try $0.message(1) }, handled, "handled")
      try requireError(.conflict, "handled twice") { try store.write { try $0.update(handled) } }
      try requireEqual(
        try store.read { try $0.queueCounts(at: Sample.time(99)) }, QueueCounts(handled: 1),
        "counts")
    },
    Check("what was posted is handled, discarded, withdrawn or pending, counted at each change") {
      store in
      try store.write { transaction in
        try transaction.insert(Sample.message(1, type: .activation), isHeld: false)
        try transaction.insert(Sample.message(2, of: 2, type: .timerDue, due: 9), isHeld: false)
        try transaction.insert(Sample.message(3, of: 3, type: .resume), isHeld: false)
        try transaction.insert(
          Sample.message(4, type: .workflowStarted, state: .handled, handled: 1), isHeld: false)
        try transaction.insert(
          Sample.message(5, of: 4, type: .elementStarted, state: .stopped), isHeld: false)
        // What is undone is not counted.
        try? transaction.savepoint {
          try transaction.insert(Sample.message(6), isHeld: false)
          throw CancellationError()
        }
      }
      var message = Sample.message(1, type: .activation)
      message.state = .handled
      message.handledAt = Sample.time(3)
      let handled = message
      let inside = try store.write { transaction in
        try transaction.update(handled)
        try transaction.removeMessage(2)
        _ = try transaction.discardMessages(
          of: InstanceID(3), except: 0, reason: "over", at: Sample.time(4))
        try transaction.count(2, as: .saved)
        return try transaction.tallies()
      }
      try store.read { reading in
        let tallies = try reading.tallies()
        try requireEqual(inside, tallies, "a transaction counts with itself")
        try requireEqual(
          [tallies.posted, tallies.requests, tallies.events, tallies[.discarded]], [5, 1, 1, 1],
          "posted, requests, events, discarded")
        try requireEqual([tallies[.withdrawn], tallies[.saved]], [1, 2], "withdrawn, saved")
        try requireEqual(tallies[.handled(.workflowStarted)], 1, "by type")
        try requireEqual(
          tallies.depth, try reading.queueCounts(at: Sample.time(99)).depth, "depth")
        try requireEqual(try reading.stoppedMessages(), [.elementStarted: 1], "stopped")
      }
    },
    Check("old messages are removed, the oldest first, and stay counted") { store in
      try store.write { transaction in
        for number in Int64(1)...5 {
          try transaction.insert(
            Sample.message(number, state: number == 2 ? .discarded : .handled, handled: number),
            isHeld: false)
        }
        try transaction.insert(Sample.message(6), isHeld: false)
      }
      try requireEqual(
        try store.write { try $0.removeMessages(handledBefore: Sample.time(4), limit: 2) }, 2,
        "limit")
      try requireEqual(
        try store.write { try $0.removeMessages(handledBefore: Sample.time(4), limit: 9) }, 1,
        "the rest")
      try store.read { reading in
        try requireEqual(
          try reading.messages(MessageQuery(.all, limit: 9)).map(\.sequence), [4, 5, 6], "left")
        let counts = try reading.queueCounts(at: Sample.time(0))
        try requireEqual([counts.handled, counts.discarded, counts.ready], [4, 1, 1], "counts")
      }
    },
  ]

  /// All sequence numbers of a part, read two by two.
  private static func pages(
    _ part: MessageQuery.Part, of reading: any StoreReading
  ) throws -> [Int64] {
    var found: [Int64] = []
    var after: MessageQuery.Position?
    while found.count < 50 {
      let window = try reading.messages(MessageQuery(part, after: after, limit: 2))
      guard let last = window.last else { return found }
      found += window.map(\.sequence)
      after = MessageQuery.Position(dueAt: last.dueAt, sequence: last.sequence)
    }
    return found
  }
}
