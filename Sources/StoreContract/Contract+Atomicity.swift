// A write is there whole or not at all.

import ApplicationRuntime
import Dispatch
import Synchronization
import Workflow
import WorkflowRuntime

/// An error of a body, which must come back as it was.
struct BodyError: Error, Equatable {
  let number: Int
}

extension StoreContract {
  static let atomicity: [Check] = [
    Check("a body that throws leaves nothing, and its error comes back as it was") { store in
      do {
        try store.write { transaction in
          try transaction.set("1", for: "a")
          try transaction.insert(Sample.message(try transaction.next(.message)), isHeld: false)
          throw BodyError(number: 7)
        }
        try require(false, "the error was swallowed")
      } catch let error as BodyError {
        try requireEqual(error.number, 7, "another error came back")
      }
      try store.read { reading in
        try requireEqual(try reading.setting("a"), nil, "the setting stayed")
        try requireEqual(try reading.message(1), nil, "the message stayed")
        try requireEqual(
          try reading.queueCounts(at: Sample.time(0)).depth, 0, "the message was counted")
      }
    },
    Check("a savepoint that throws is undone alone, with what it counted") { store in
      try store.write { transaction in
        try transaction.set("1", for: "outer")
        let first = try transaction.next(.message)
        try transaction.insert(Sample.message(first), isHeld: false)
        do {
          try transaction.savepoint {
            try transaction.set("2", for: "inner")
            try transaction.insert(
              Sample.message(try transaction.next(.message)), isHeld: false)
            try transaction.insert(Sample.instance(1))
            throw BodyError(number: 1)
          }
        } catch is BodyError {}
        let last = try transaction.next(.message)
        try require(last > first, "a number was given twice")
        try transaction.insert(Sample.message(last), isHeld: false)
      }
      try store.read { reading in
        try requireEqual(try reading.setting("outer"), "1", "what was before was undone too")
        try requireEqual(try reading.setting("inner"), nil, "the savepoint stayed")
        try requireEqual(
          try reading.queueCounts(at: Sample.time(0)).depth, 2, "the counts are wrong")
        try requireEqual(
          try reading.instanceCounts()[.pending], 0, "the undone instance is counted")
      }
    },
    Check("savepoints nest") { store in
      try store.write { transaction in
        try transaction.savepoint {
          try transaction.set("1", for: "a")
          try? transaction.savepoint {
            try transaction.set("2", for: "a")
            throw BodyError(number: 1)
          }
        }
      }
      try requireEqual(try store.read { try $0.setting("a") }, "1", "nested savepoints")
    },
    Check("a transaction reads its own writes, a reading does not see them before") { store in
      try store.write { transaction in
        try transaction.insert(Sample.storedDocument("ER-1"), fingerprints: [])
        try require(try transaction.document("ER-1") != nil, "own write not seen")
      }
      try store.read { reading in
        try require(try reading.document("ER-1") != nil, "a commit is not seen")
        try store.write { try $0.deleteDocument("ER-1") }
        try require(try reading.document("ER-1") != nil, "a reading changed under its body")
      }
      try requireEqual(try store.read { try $0.document("ER-1") }, nil, "the deletion is not seen")
    },
    Check("numbers grow by one over transactions and are never given twice") { store in
      var numbers: [Int64] = []
      for _ in 0..<3 {
        numbers += try store.write { [try $0.next(.instance), try $0.next(.instance)] }
      }
      try requireEqual(numbers, [1, 2, 3, 4, 5, 6], "numbers")
      try requireEqual(try store.write { try $0.next(.workItem) }, 1, "counters are mixed up")
      let documents = try store.write {
        [
          try $0.nextDocumentNumber(prefix: "ER"), try $0.nextDocumentNumber(prefix: "PO"),
          try $0.nextDocumentNumber(prefix: "ER"),
        ]
      }
      try requireEqual(documents, [1, 1, 2], "document numbers")
      try requireEqual(
        try store.write { try $0.nextDocumentNumber(prefix: "ER") }, 3, "document number later")
    },
    Check("bodies of many threads are all done, and one that throws harms no other") { store in
      let failures = Mutex(0)
      DispatchQueue.concurrentPerform(iterations: 60) { index in
        do {
          try store.write { transaction in
            let number = try transaction.next(.message)
            try transaction.insert(Sample.message(number), isHeld: false)
            if index.isMultiple(of: 3) { throw BodyError(number: index) }
          }
        } catch {
          let isExpected =
            index.isMultiple(of: 3) && error as? BodyError == BodyError(number: index)
          if isExpected { failures.withLock { $0 += 1 } }
        }
      }
      try requireEqual(failures.withLock { $0 }, 20, "errors")
      try requireEqual(
        try store.read { try $0.queueCounts(at: Sample.time(0)).ready }, 40, "messages")
      try requireEqual(
        try store.read { try $0.messages(MessageQuery(.all, limit: 100)).count }, 40, "rows")
    },
    Check("writing within a writing body is refused, not a deadlock") { store in
      try requireError(.unexpected, "write within write") {
        try store.write { _ in try store.write { try $0.set("1", for: "a") } }
      }
      try store.write { try $0.set("2", for: "a") }
      try requireEqual(try store.read { try $0.setting("a") }, "2", "the store goes on")
    },
    Check("reading within a reading body works") { store in
      try store.write { try $0.set("1", for: "a") }
      let value = try store.read { _ in try store.read { try $0.setting("a") } }
      try requireEqual(value, "1", "read within read")
    },
    Check("a closed store says so") { store in
      try store.close()
      try requireError(.closed, "write") { try store.write { try $0.set("1", for: "a") } }
      try requireError(.closed, "read") { try store.read { try $0.setting("a") } }
      try requireError(.closed, "claim") { try store.claimRun(of: "x") }
    },
  ]
}
