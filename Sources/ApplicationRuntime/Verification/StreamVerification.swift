// Checking one chain of the history: an instance's, or what happened to a document beside them.

import Workflow
import WorkflowRuntime

/// Takes the entries of one stream in their order and says what is wrong with them.
struct StreamVerification {
  let stream: HistoryStream
  /// Entries up to this one were hashed in the way of the first layout.
  let lastLegacyEntry: Int64
  private(set) var fold = HistoryFold()
  private(set) var entries = 0
  private(set) var erased = 0
  /// The last hash of a saved state, and whether words of an entry since then were erased.
  private(set) var stateHash: [UInt8]?
  private(set) var isFoldBroken = false
  private(set) var head: [UInt8]?
  private var unexplainedErasure: Int64?

  init(_ stream: HistoryStream, lastLegacyEntry: Int64) {
    self.stream = stream
    self.lastLegacyEntry = lastLegacyEntry
  }

  private var instance: InstanceID? {
    if case .instance(let id) = stream { id } else { nil }
  }

  mutating func take(_ stored: StoredHistoryEntry) -> [VerificationFinding] {
    var findings: [VerificationFinding] = []
    entries += 1
    let expected =
      stored.sequence <= lastLegacyEntry
      ? LegacyHistoryHash.hash(of: stored, after: head)
      : HistoryChain.hash(of: stored, after: head)
    if expected != stored.hash {
      findings.append(
        finding(
          .changed, stored,
          "history entry \(stored.sequence) was changed, or is not the one that followed"))
    }
    head = stored.hash
    if let hash = stored.stateHash { stateHash = hash }
    note(erasureOf: stored)
    do {
      try fold.take(stored.entry)
    } catch {
      isFoldBroken = true
      findings.append(
        finding(
          .unreadable, stored,
          "the change of state in history entry \(stored.sequence) cannot be read: \(error)"))
    }
    return findings
  }

  private mutating func note(erasureOf stored: StoredHistoryEntry) {
    if stored.isErased {
      erased += 1
      unexplainedErasure = unexplainedErasure ?? stored.sequence
    } else if stored.entry.event == .erased {
      unexplainedErasure = nil
    }
  }

  /// What can only be said at the end of the stream.
  ///
  /// - Parameter saved: the saved state of the instance; nil when it has none.
  func atEnd(
    of document: DocumentID?, saved: String?
  ) -> [VerificationFinding] {
    var findings: [VerificationFinding] = []
    if let sequence = unexplainedErasure {
      findings.append(
        VerificationFinding(
          .unexplainedErasure,
          "the words of history entry \(sequence) are gone, and nothing says who took them away",
          sequence: sequence, document: document, instance: instance))
    }
    guard let instance, !isFoldBroken, let problem = problem(withState: saved, of: instance) else {
      return findings
    }
    findings.append(
      VerificationFinding(.state, problem, document: document, instance: instance))
    return findings
  }

  private func problem(withState saved: String?, of instance: InstanceID) -> String? {
    guard let saved else {
      return fold.state == nil ? nil : "\(instance) has lost its saved state"
    }
    let state: InstanceState
    do {
      state = try InstanceState(stored: try JSON(parsing: saved))
    } catch {
      return "the saved state of \(instance) cannot be read: \(error)"
    }
    guard state == fold.state else {
      return "the saved state of \(instance) is not what its history says"
    }
    // Erasing takes words out of the state too: its bytes are others then.
    guard let stateHash, erased == 0, HistoryChain.hash(ofState: saved) != stateHash else {
      return nil
    }
    return "the saved state of \(instance) was changed after it was saved"
  }

  private func finding(
    _ kind: VerificationFinding.Kind, _ stored: StoredHistoryEntry, _ message: String
  ) -> VerificationFinding {
    VerificationFinding(
      kind, message, sequence: stored.sequence, document: stored.document,
      instance: stored.instance)
  }
}
