// What waits, and the numbers that say how much.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension StoreContract {
  static let queueCounts: [Check] = [
    Check("counts tell ready, waiting, running and stopped apart") { store in
      try store.write { transaction in
        for message in [
          Sample.message(1, of: 1, due: 4), Sample.message(2, of: 2, due: 3, state: .waiting),
          Sample.message(3, of: 3, due: 90), Sample.message(4, of: 4, due: 0, state: .running),
          Sample.message(5, of: 5, due: 0, state: .stopped),
          Sample.message(6, of: 6, due: 0, state: .handled, handled: 1),
          Sample.message(7, of: 7, documentType: "a-type", due: 5),
          Sample.message(8, of: 8, documentType: "z-type", due: 2),
          Sample.message(9, of: 9, documentType: "y-type", due: 95),
        ] {
          try transaction.insert(message, isHeld: false)
        }
        try transaction.insert(Sample.message(10, due: 0), isHeld: true)
        let expected = QueueCounts(
          ready: 4, waiting: 3, running: 1, stopped: 1, handled: 1, oldestReady: Sample.time(2))
        try requireEqual(
          try transaction.queueCounts(at: Sample.time(5)), expected, "within the transaction")
      }
      let counts = try store.read { try $0.queueCounts(at: Sample.time(5)) }
      try requireEqual(
        counts,
        QueueCounts(
          ready: 4, waiting: 3, running: 1, stopped: 1, handled: 1, oldestReady: Sample.time(2)),
        "after it")
      try requireEqual(counts.depth, 9, "depth")
      try requireEqual(
        try store.read { try $0.queueCounts(at: Sample.time(0)) }.oldestReady, nil, "nothing ready")
    }
  ]

  static let holding: [Check] = [
    Check("a hold takes all but one and those that overtake, and is released again") { store in
      try store.write { transaction in
        try transaction.insert(Sample.message(1, due: 1), isHeld: false)
        try transaction.insert(Sample.message(2, due: 2), isHeld: false)
        try transaction.insert(Sample.message(3, type: .recall, due: 3), isHeld: false)
        try transaction.insert(Sample.message(4, of: 2, due: 4), isHeld: false)
        try transaction.setHeld(true, instance: InstanceID(1), except: nil)
      }
      try requireEqual(try runnable(store), [3, 4], "held")
      try store.write { try $0.setHeld(false, instance: InstanceID(1), except: 1) }
      try requireEqual(try runnable(store), [2, 4], "released but for one")
      try store.write { try $0.setHeld(false, instance: InstanceID(1), except: nil) }
      try requireEqual(try runnable(store), [1, 4], "released")
      try store.write { try $0.setHeld(true, instance: InstanceID(1), except: 2) }
      try requireEqual(try runnable(store), [2, 4], "held but for one")
    },
    Check("the pending messages of an instance are discarded but for one, with the reason") {
      store in
      try store.write { transaction in
        try transaction.insert(Sample.message(1), isHeld: false)
        try transaction.insert(Sample.message(2, state: .stopped), isHeld: false)
        try transaction.insert(Sample.message(3, type: .cancel), isHeld: false)
        try transaction.insert(Sample.message(4, state: .handled, handled: 1), isHeld: false)
        try transaction.insert(Sample.message(5, of: 2), isHeld: false)
        try transaction.insert(Sample.message(6), isHeld: true)
        try transaction.insert(Sample.message(7, type: .childEnded), isHeld: false)
      }
      let discarded = try store.write {
        try $0.discardMessages(
          of: InstanceID(1), except: 3, reason: "canceled by ann", at: Sample.time(8))
      }
      try requireEqual(discarded, 3, "how many")
      try store.read { reading in
        let message = try reading.message(2)
        try requireEqual(message?.state, .discarded, "state")
        try requireEqual(message?.error, "canceled by ann", "reason")
        try requireEqual(message?.handledAt, Sample.time(8), "when")
        try requireEqual(try reading.message(3)?.state, .ready, "the one stays")
        try requireEqual(
          try reading.queueCounts(at: Sample.time(9)),
          QueueCounts(ready: 3, handled: 1, discarded: 3, oldestReady: Sample.time(0)), "counts")
        try requireEqual(try reading.message(7)?.state, .ready, "the end of a child stays")
      }
    },
  ]

  /// The first runnable message of each instance.
  private static func runnable(_ store: any Store) throws -> [Int64] {
    try store.read {
      try $0.runnableInstances(of: Sample.type, at: Sample.time(9), limit: 9).map(\.sequence)
    }
  }
}
