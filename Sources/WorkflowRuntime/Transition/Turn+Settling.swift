// What follows from the state as a whole, once a message is handled: who is on hold no longer,
// and what the document waits for.

import Workflow

extension Turn {
  /// Brings everything that depends on several elements in line with the state.
  mutating func settle(since earlier: InstanceState?) throws(RuntimeError) {
    try runNext()
    if let earlier { try releaseHold(since: earlier) }
    try settleDocument(since: earlier)
  }

  /// Moves the limits of those who were on hold: time as returned does not count. What still
  /// holds them is counted from now. The lines of the document were on hold with it.
  private mutating func releaseHold(since earlier: InstanceState) throws(RuntimeError) {
    guard let own = earlier.heldSince,
      earlier.sentBack.contains(where: { state.elements[$0]?.phase != .sentBack })
    else { return }
    // What was counted before is not counted again.
    let above = try holdOfWhole?.since.map { max($0, earlier.heldUntil ?? $0) }
    try release(heldSince: min(own, above ?? own), until: now) { [state] path in
      let before = earlier.elements[path]
      return before?.phase == .working && before?.pass == state.elements[path]?.pass
    }
    if state.hasOpenLines { transition.releasedLines = own }
  }

  /// Sets the document's status by the state; left as it is while nobody is waited for.
  private mutating func settleDocument(since earlier: InstanceState?) throws(RuntimeError) {
    // What becomes of one line of the document is no matter of the whole.
    if state.line == nil, transition.document?.line != nil { return }
    // What is about one line of the document leaves the document as it is.
    guard state.stage == .running, transition.document.map({ $0.line == state.line }) ?? true
    else { return }
    guard let next = try situation(of: state) else {
      // Nobody is asked to change the document any more.
      if earlier?.sentBack.isEmpty == false { setDocument(isResubmission ? .submitted : .inReview) }
      return
    }
    let before = try earlier.flatMap { state throws(RuntimeError) in try situation(of: state) }
    if next != before || isResubmission || transition.document != nil {
      transition.document = next
    }
  }

  private var isResubmission: Bool { message.payload.answer?.outcome == .resubmit }

  /// What the document waits for, and its status with that; nil when for nobody.
  private func situation(
    of state: InstanceState
  ) throws(RuntimeError) -> Transition.DocumentChange? {
    guard state.stage == .running else { return nil }
    if let change = try sentBackSituation(of: state) { return change }
    var waits: [String] = []
    for path in state.current {
      guard let element = definition.element(at: path), let reached = state.elements[path],
        let behavior = element.definition as? any RunnableElement,
        let words = behavior.waitsFor(element, reached)
      else { continue }
      waits.append(words)
    }
    guard !waits.isEmpty else { return nil }
    let shown = waits.prefix(3).joined(separator: " and ")
    return .init(
      status: .inReview,
      waitingFor: waits.count > 3 ? "\(shown) and \(waits.count - 3) more" : shown,
      editableBy: nil, line: state.line)
  }

  /// Of several elements that sent the document back the last one counts.
  private func sentBackSituation(
    of state: InstanceState
  ) throws(RuntimeError) -> Transition.DocumentChange? {
    let latest = state.sentBack.compactMap { state.elements[$0] }
      .max { ($0.sentBackAt ?? $0.startedAt) < ($1.sentBackAt ?? $1.startedAt) }
    guard let latest else { return nil }
    let asksChange = latest.outcome == .changeRequested
    let person = latest.sentBackTo ?? state.originator
    let called = try name(of: person)
    return .init(
      status: asksChange ? .changeRequested : .rejected,
      waitingFor: asksChange ? "a change by \(called)" : "\(called) to resubmit",
      editableBy: person, line: state.line)
  }
}

extension Round {
  /// What a document waits for in this round, in words; nil when it is decided.
  func waitsFor(_ words: String) -> String? {
    if isDecided { return nil }
    if isFinal { return "\(words), final approval" }
    guard step != nil, !answers.isEmpty else { return words }
    return "\(words), \(answers.count) of \(people.count)"
  }
}
