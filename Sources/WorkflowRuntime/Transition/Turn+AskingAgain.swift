// Approvals that were given to another content of the document are asked again (SPEC 6).

import Workflow

extension Turn {
  /// Lists the approvals that ended with another content, in the order in which they ended, and
  /// starts those anew that are under way with one.
  mutating func askAgain(since content: String, sender: ElementPath?) throws(RuntimeError) {
    let lines = state.line == nil ? try askLinesAgain(sender: sender) : []
    let outdated = state.elements.filter { path, element in
      path != sender && !element.isPassed
        && definition.element(at: path)?.definition is ApprovalElement
        && element.rounds.contains { $0.isApproved(withOtherContentThan: content) }
    }
    let ended = state.elements.filter { path, element in
      lines.contains(path)
        || (outdated[path] != nil && element.phase == .ended && element.outcome == .completed)
    }
    .filter { !state.toRunFirst.contains($0.key) }
    .sorted { ($0.value.endedAt ?? now, $0.key) < ($1.value.endedAt ?? now, $1.key) }.map(\.key)
    for path in ended {
      recordAskedAgain(path)
      // All of its steps are, even if its last pass began at a later one.
      update(path) { $0.beginsAtFirstStep() }
    }
    if state.toRunFirst.first == sender {
      state.toRunFirst.insert(contentsOf: ended, at: 0)
    } else {
      state.toRunFirst += ended
    }
    let underWay = outdated.filter { _, element in
      switch element.phase {
      // It was restarted at a later step, and what it kept of the steps before counts no more.
      case .starting: true
      case .working: true
      case .ending: element.outcome == .completed
      case .sentBack, .ended: false
      }
    }
    for path in underWay.keys.sorted() {
      recordAskedAgain(path)
      try start(path)
    }
    // Others that were resubmitted may still wait for their turn.
    for path in state.toRestart { beginEarlier(path, content) }
    if let sender, !state.toRestart.contains(sender) { beginEarlier(sender, content) }
  }

  /// What was approved before may have changed since: by lines that came back to their
  /// originators, under the instance of a line, with the whole document, or while it was sent back
  /// by what then was canceled or passed without a resubmission. Then the flow goes on behind the
  /// element after the last approval that is asked again.
  ///
  /// - Parameter waits: whether the flow goes on behind it; not when it was asked again itself.
  mutating func asksAgain(
    behind path: ElementPath, waits: Bool
  ) throws(RuntimeError) -> Bool {
    let isOfLines = definition.element(at: path)?.definition is LinesElement
    guard !definition.keepApprovals, isOfLines || isChanged else { return false }
    let before = state.changes
    let entries = transition.history.count
    let what = state.line == nil ? "the document" : "the line"
    state.changes = before ?? (isOfLines ? "lines changed during \(path)" : "\(what) changed")
    try askAgain(since: try ask { try $0.contentHash }, sender: isOfLines ? path : nil)
    let isAsked = transition.history[entries...].contains { $0.event == .askedAgain }
    if !isAsked { state.changes = before }
    guard waits, !state.toRunFirst.isEmpty else { return false }
    state.toRestart.append(path)
    return true
  }

  /// Whether something was approved at another revision. What is still being changed is looked at
  /// when it is resubmitted.
  private var isChanged: Bool {
    state.sentBack.isEmpty
      && approvalsThatCount.contains { answers in
        answers.contains { $0.revision != lookup.revision }
      }
  }

  /// What people approved in approvals that completed, one after another.
  var approvalsThatCount: [[Answer]] {
    state.elements.filter { path, element in
      element.phase == .ended && element.outcome == .completed && !element.isPassed
        && definition.element(at: path)?.definition is ApprovalElement
    }
    .sorted { $0.key < $1.key }
    .map { $0.value.rounds.flatMap(\.approvals).filter { !$0.isAutomatic } }
  }

  /// An approval that would go on at the step that sent the document back, or with the final
  /// approver who did, begins at an earlier one, if that was approved with another content.
  private mutating func beginEarlier(_ sender: ElementPath, _ content: String) {
    guard let element = state.elements[sender],
      element.firstStep != nil || element.beginsFinally,
      let outdated = element.rounds.prefix(while: { $0.step != element.firstStep })
        .first(where: { $0.isApproved(withOtherContentThan: content) })
    else { return }
    recordAskedAgain(sender, step: outdated.step)
    update(sender) {
      $0.beginsAtFirstStep()
      $0.firstStep = outdated.step
    }
  }

  mutating func recordAskedAgain(_ path: ElementPath, step: String? = nil) {
    record(
      .askedAgain, element: path, step: step,
      detail: state.changes.map { "changed since: \($0)" } ?? "the document changed since")
  }

  /// Keeps what changed, in words, for those who are asked again.
  mutating func gatherChanges() {
    guard let words = message.payload.changes, !words.isEmpty else { return }
    guard let before = state.changes else {
      state.changes = words
      return
    }
    // Somebody who was asked by two elements resubmits to both with the same words.
    if before != words, !before.hasSuffix("; \(words)") { state.changes = "\(before); \(words)" }
  }

  /// When nobody is asked again any more, what changed is known to all.
  mutating func forgetChanges(seenBy path: ElementPath) {
    guard state.changes != nil, !state.isAskedAgain, let element = state.elements[path],
      element.pass > 1,
      state.sentBack.isEmpty, state.toRestart.isEmpty,
      state.toRunFirst.allSatisfy({ $0 == path }),
      !state.current.contains(where: { other in
        guard let element = state.elements[other] else { return false }
        return element.pass > 1 && (element.isAsking || element.phase == .starting)
      })
    else { return }
    state.changes = nil
  }
}

extension ElementState {
  fileprivate mutating func beginsAtFirstStep() {
    firstStep = nil
    beginsFinally = false
  }
}

extension Round {
  /// Whether somebody, not the system, approved while the document said something else.
  fileprivate func isApproved(withOtherContentThan content: String) -> Bool {
    approvals.contains { answer in
      !answer.isAutomatic && answer.content.map { $0 != content } ?? false
    }
  }
}
