// `verify` finds whatever was done to the record behind the back of the engine (SPEC 11).

import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct VerificationTests {
  /// Two documents that were approved, one that was rejected once, and comments.
  static func lived() throws -> Bench {
    let bench = try Bench(Elements.receipts + "\n" + Elements.manager)
    for amount: Int64 in [100, 200] {
      let id = try bench.underWay(amount)
      try bench.act(.complete, id, by: "ann")
      try bench.run()
      if amount == 200 {
        try bench.act(.reject, id, by: "frank", comment: "no")
        try bench.run()
        try bench.act(.resubmit, id, by: "sam")
        try bench.run()
      }
      try bench.act(.approve, id, by: "frank")
      try bench.run()
    }
    _ = try bench.draft()
    return bench
  }

  static func verified(
    _ engine: Engine, head: [UInt8]? = nil
  ) throws -> (report: VerificationReport, findings: [VerificationFinding]) {
    var findings: [VerificationFinding] = []
    let report = try engine.verify(head: head) { findings.append($0) }
    #expect(report.findings == findings.count)
    return (report, findings)
  }

  /// What is found after someone changed the tables.
  private func found(
    head: [UInt8]? = nil, _ change: (inout Tables) throws -> Void
  ) throws -> [VerificationFinding] {
    let bench = try Self.lived()
    try bench.store.tamper(change)
    return try Self.verified(bench.engine, head: head).findings
  }

  /// An entry in the middle, with another content or place.
  private func altered(
    _ old: StoredHistoryEntry, sequence: Int64? = nil, entry: HistoryEntry? = nil,
    hash: [UInt8]? = nil
  ) -> StoredHistoryEntry {
    StoredHistoryEntry(
      sequence: sequence ?? old.sequence, document: old.document, instance: old.instance,
      entry: entry ?? old.entry, salt: old.salt, erasedContentHash: old.erasedContentHash,
      stateHash: old.stateHash, hash: hash ?? old.hash)
  }

  @Test("what the engine wrote is sound, and the head is that of the store's chain")
  func sound() throws {
    let bench = try Self.lived()
    let (report, findings) = try Self.verified(bench.engine)
    #expect(findings.isEmpty)
    #expect(report.head == bench.store.tables.storeChain.last)
    #expect(report.entries == bench.store.tables.history.count)
    #expect(report.instances == 2 && report.links == bench.store.tables.storeChain.count)
    let empty = Engine(store: MemoryStore(), types: [])
    #expect(try Self.verified(empty).report.isSound)
  }

  @Test("a damaged byte is found")
  func damagedByte() throws {
    for index in [0, 5, 20] {
      let findings = try found { tables in
        var entry = tables.history[index].entry
        entry.detail = (entry.detail ?? "") + "x"
        tables.history[index] = altered(tables.history[index], entry: entry)
      }
      #expect(findings.map(\.kind) == [.changed] && findings.first?.sequence == Int64(index + 1))
      let hashes = try found { tables in
        var hash = tables.history[index].hash
        hash[7] ^= 1
        tables.history[index] = altered(tables.history[index], hash: hash)
      }
      #expect(
        hashes.contains { $0.kind == .brokenChain } && hashes.contains { $0.kind == .changed })
    }
  }

  @Test("a removed row is found")
  func removedRow() throws {
    let findings = try found { $0.history.remove(at: 9) }
    #expect(findings.contains { $0.kind == .missing && $0.sequence == 10 })
    #expect(findings.contains { $0.kind == .changed })
  }

  @Test("swapped rows are found")
  func swappedRows() throws {
    let findings = try found { tables in
      let (one, other) = (tables.history[9], tables.history[10])
      tables.history[9] = altered(other, sequence: one.sequence)
      tables.history[10] = altered(one, sequence: other.sequence)
    }
    #expect(findings.filter { $0.kind == .changed }.count >= 2)
    #expect(findings.contains { $0.kind == .brokenChain })
  }

  @Test("a history that was given to another document is found")
  func movedRows() throws {
    let findings = try found { tables in
      let documents = Set(tables.history.map(\.document)).sorted()
      let other = [documents[0]: documents[1], documents[1]: documents[0]]
      tables.history = tables.history.map { old in
        guard old.instance == nil, let document = other[old.document] else { return old }
        return StoredHistoryEntry(
          sequence: old.sequence, document: document, instance: nil, entry: old.entry,
          salt: old.salt, stateHash: old.stateHash, hash: old.hash)
      }
    }
    #expect(findings.contains { $0.kind == .changed })
  }

  @Test("a cut tail is found, with a head that was kept elsewhere if all of it was cut")
  func cutTail() throws {
    let count = try Self.lived().store.tables.history.count
    let rows = try found { $0.history.removeLast() }
    #expect(rows.contains { $0.kind == .missing && $0.sequence == Int64(count) })
    let both = try found { tables in
      tables.history.removeLast()
      tables.storeChain.removeLast()
    }
    #expect(both.map(\.kind) == [.missing])
    let head = try #require(try Self.lived().store.tables.storeChain.last?.hash)
    func cutWell(_ tables: inout Tables) {
      tables.history.removeLast()
      tables.storeChain.removeLast()
      tables.setLastNumber(Int64(tables.history.count), of: .history)
    }
    #expect(try found(cutWell).isEmpty)
    #expect(try found(head: head, cutWell).map(\.kind) == [.headNotFound])
    #expect(try found(head: head) { _ in }.isEmpty)
  }

  @Test("a link of the store's chain that was changed or removed is found")
  func links() throws {
    let removed = try found { $0.storeChain.remove(at: 3) }
    #expect(removed.contains { $0.kind == .brokenChain && $0.sequence == 4 })
    let changed = try found { tables in
      let old = tables.storeChain[3]
      var hash = old.hash
      hash[0] ^= 1
      tables.storeChain[3] = StoreChainLink(
        number: old.number, first: old.first, last: old.last, count: old.count, hash: hash)
    }
    #expect(changed.contains { $0.kind == .brokenChain && $0.sequence == 4 })
  }

  @Test("an entry that no commit added is found")
  func appended() throws {
    let findings = try found { tables in
      guard let last = tables.history.last else { return }
      tables.history.append(altered(last, sequence: last.sequence + 1))
    }
    #expect(findings.contains { $0.kind == .unchained })
  }

  @Test("a saved state that is not what the history says is found")
  func states() throws {
    for change in [
      { (state: String) in state.replacing("completed", with: "running") },
      { (state: String) in state + " " },
      { (_: String) in "{" },
    ] {
      let findings = try found { tables in
        guard let state = tables.instances[InstanceID(1)]?.state else { return }
        tables.instances[InstanceID(1)]?.state = change(state)
      }
      #expect(findings.map(\.kind) == [.state] && findings.first?.instance == InstanceID(1))
    }
    let gone = try found { $0.instances[InstanceID(1)] = nil }
    #expect(gone.map(\.kind) == [.state])
  }

  @Test("words that were taken away without a record of it are found")
  func erasure() throws {
    let findings = try found { tables in
      let said = try #require(tables.history.first { $0.entry.comment != nil })
      try tables.erase(try #require(said.erased(of: nil)))
    }
    #expect(findings.map(\.kind) == [.unexplainedErasure])
  }

  @Test("verifying ends when it is stopped")
  func stopped() throws {
    let bench = try Self.lived()
    #expect(throws: EngineError.self) {
      try bench.engine.verify(isStopped: { true }, telling: { _ in })
    }
  }
}
