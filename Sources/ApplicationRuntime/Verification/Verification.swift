// Checking the whole record of a store (SPEC 11): chains, content, states, completeness.

import Workflow
import WorkflowRuntime

/// One run of `verify`. It reads in windows, so that nobody is held up and memory stays bounded,
/// and leaves what is committed meanwhile for the next run.
final class Verification {
  private let parts: EngineParts
  private var store: any Store { parts.store }
  private let tell: (VerificationFinding) -> Void
  private let isStopped: () -> Bool
  private var report = VerificationReport()
  private var lastLegacyEntry: Int64 = 0
  /// The last entry when it began.
  private var lastSequence: Int64 = 0

  init(
    _ parts: EngineParts, isStopped: @escaping () -> Bool,
    telling tell: @escaping (VerificationFinding) -> Void
  ) {
    self.parts = parts
    self.isStopped = isStopped
    self.tell = tell
  }

  func run(head: [UInt8]?) throws -> VerificationReport {
    try begin()
    try checkChain(head: head)
    try checkInstances()
    try checkInstancesHaveHistory()
    try checkDocuments()
    try checkVersions()
    return report
  }

  private func found(_ finding: VerificationFinding) {
    report.findings += 1
    tell(finding)
  }

  /// What is checked: everything up to the last link of now.
  private func begin() throws {
    try store.read { reading in
      report.head = try reading.lastStoreChainLink()
      let newest = try reading.historyHashes(
        after: report.head?.last ?? .min, limit: Pages<HistoryHash>.windowSize)
      for entry in newest {
        found(
          VerificationFinding(
            .unchained, "history entry \(entry.sequence) was added by no commit of the engine",
            sequence: entry.sequence))
      }
      lastSequence = newest.last?.sequence ?? report.head?.last ?? 0
      let given = try reading.lastNumber(of: .history)
      if given > lastSequence {
        found(
          VerificationFinding(
            .missing,
            "the history ends with entry \(lastSequence), but \(given) were written: the end was "
              + "cut off", sequence: lastSequence + 1))
      }
    }
  }

  private func checkChain(head: [UInt8]?) throws {
    var chain = StoreChainVerification(store) { [self] in found($0) }
    try reportingDamage("the chain of the store") {
      try chain.run(upTo: report.head, head: head)
    }
    report.links = chain.linkCount
    report.removedEntries = chain.removed
    report.foundHead = chain.foundHead
    lastLegacyEntry = chain.lastLegacyEntry
    if let head, chain.foundHead == nil {
      found(
        VerificationFinding(
          .headNotFound,
          "the head \(head.hexadecimal) is not in the chain: the record was cut off before it, or "
            + "replaced"))
    }
  }

  private func checkInstances() throws {
    var ids = Pages<InstanceID> { [store] last, limit in
      try store.read { try $0.instancesWithHistory(after: last, limit: limit) }
    }
    try reportingDamage("the list of instances") {
      while let id = try ids.next() {
        try checkStopped()
        try reportingDamage("the history of \(id)", instance: id) {
          try check(.instance(id), scope: .instance(id))
        }
        report.instances += 1
      }
    }
  }

  private func checkDocuments() throws {
    var ids = Pages<DocumentID> { [store] last, limit in
      try store.read { try $0.documentsWithHistory(after: last, limit: limit) }
    }
    try reportingDamage("the list of documents") {
      while let id = try ids.next() {
        try checkStopped()
        try reportingDamage("the history of \(id)", document: id) {
          try check(.document(id), scope: .outsideInstances(id))
        }
        try reportingDamage("\(id)", document: id) {
          let found = try store.read {
            try DocumentVerification(parts: parts, reading: $0).findings(of: id)
          }
          for finding in found { self.found(finding) }
        }
        report.documents += 1
      }
    }
  }

  private func checkVersions() throws {
    try reportingDamage("the versions of the workflows") {
      report.versions = try VersionVerification(store: store).run(checkStopped) { found($0) }
    }
  }

  /// An instance begins with an entry, and so has at least that.
  private func checkInstancesHaveHistory() throws {
    var instances = Pages<StoredInstance> { [store] last, limit in
      try store.read { try $0.instances(InstanceQuery(after: last?.id, limit: limit)) }
    }
    try reportingDamage("the instances") {
      while let instance = try instances.next() {
        guard try store.read({ try $0.lastHash(of: .instance(instance.id)) }) == nil else {
          continue
        }
        found(
          VerificationFinding(
            .missing, "\(instance.id) has no history", document: instance.document,
            instance: instance.id))
      }
    }
  }

  // MARK: One stream

  private func check(_ stream: HistoryStream, scope: HistoryQuery.Scope) throws {
    var verification = StreamVerification(stream, lastLegacyEntry: lastLegacyEntry)
    var document: DocumentID?
    var after: Int64 = .min
    var saved: String?
    var instance: StoredInstance?
    var answers: Set<RecordedAnswer> = []
    var isMore = true
    var isFirst = true
    while isMore {
      try checkStopped()
      // The state is read together with the last entries that lead to it.
      let window = try store.read { reading -> [StoredHistoryEntry] in
        let window = try entries(scope, after: after, in: reading)
        isMore = window.count == Pages<StoredHistoryEntry>.windowSize
        if !isMore, case .instance(let id) = stream {
          guard let read = try reading.instance(id) else { return window }
          instance = read
          saved = read.state
          document = read.document
        }
        return window
      }
      if isFirst, window.isEmpty { return }
      isFirst = false
      for stored in window {
        for finding in verification.take(stored) { found(finding) }
        if let answer = RecordedAnswer(stored.entry) { answers.insert(answer) }
      }
      after = window.last?.sequence ?? after
      document = document ?? window.last?.document
    }
    for finding in verification.atEnd(of: document, saved: saved) { found(finding) }
    report.entries += verification.entries
    report.erasedEntries += verification.erased
    guard let instance else { return }
    let (workItems, findings) = try store.read {
      try InstanceVerification(instance: instance, answers: answers, reading: $0).run()
    }
    report.workItems += workItems
    for finding in findings { found(finding) }
  }

  /// One window; where an entry cannot be read, the error says behind which one it is.
  private func entries(
    _ scope: HistoryQuery.Scope, after: Int64, in reading: any StoreReading
  ) throws -> [StoredHistoryEntry] {
    do {
      return try reading.history(
        HistoryQuery(scope, after: after, limit: Pages<StoredHistoryEntry>.windowSize))
    } catch let error as StoreError where error.code == .damaged {
      var last = after
      do {
        while let entry = try reading.history(HistoryQuery(scope, after: last, limit: 1)).first {
          last = entry.sequence
        }
      } catch {
        let place = last == .min ? "its first entry" : "the entry behind \(last)"
        throw StoreError(.damaged, "\(place): \(error)")
      }
      throw error
    }
  }

  private func checkStopped() throws {
    if isStopped() { throw EngineError(.interrupted, "Verifying was stopped before its end.") }
  }

  /// What cannot be read is a finding, and the rest is still looked at.
  private func reportingDamage(
    _ what: String, document: DocumentID? = nil, instance: InstanceID? = nil,
    _ body: () throws -> Void
  ) throws {
    do {
      try body()
    } catch let error as StoreError where error.code == .damaged || error.code == .unexpected {
      found(
        VerificationFinding(
          .unreadable, "\(what) cannot be read: \(error.message)", document: document,
          instance: instance))
    }
  }
}
