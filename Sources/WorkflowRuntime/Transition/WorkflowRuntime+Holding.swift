// What is left of the limits of an instance on hold: what they would become if it went on now.

import Workflow

/// The limits of an instance whose time stands still, as the end of the hold will set them.
package struct HeldLimits: Sendable {
  /// A limit or a reminder that comes when time counts again.
  package struct Timer: Sendable {
    package let payload: Payload
    /// When it would come if time counted again from now on.
    package let at: Timestamp
    package let left: TimeLeft
  }

  package let timers: [Timer]
  /// What is left for items, by their element and by when they were due.
  private let items: [ElementPath: [Timestamp: TimeLeft]]

  init(timers: [Timer], items: [ElementPath: [Timestamp: TimeLeft]]) {
    self.timers = timers
    self.items = items
  }

  /// What is left for an item; nil for one without a limit.
  package func left(of item: WorkItem) -> TimeLeft? {
    item.dueAt.map { items[item.element]?[$0] ?? TimeLeft(.zero) }
  }
}

extension WorkflowRuntime {
  /// What is left of the limits of an instance, by the rules that the end of the hold follows.
  ///
  /// - Parameters:
  ///   - whole: the hold of the whole document, for the instance of a line.
  ///   - lookup: asked for the calendars alone.
  /// - Returns: nil when its time does not stand still.
  package func heldLimits(
    of state: InstanceState, by definition: WorkflowDefinition, whole: DocumentHold?,
    lookup: any Lookup, at now: Timestamp
  ) throws(RuntimeError) -> HeldLimits? {
    let above = whole?.since.map { max($0, state.heldUntil ?? $0) }
    guard let began = [state.heldSince, above].compactMap(\.self).min() else { return nil }
    // No message is handled: the limits are moved as they would be, and nothing is kept of it.
    let message = Message(
      sequence: 0, instance: state.instance, document: state.document,
      documentType: state.documentType, type: .timerDue, payload: Payload(), postedAt: now,
      postedBy: nil, dueAt: now, state: .ready)
    var turn = Turn(
      definition: definition, message: message, state: state, lookup: lookup, now: now)
    try turn.release(heldSince: began, until: now) { _ in true }
    let calendars = try turn.ask { try $0.calendars }
    func left(_ limit: TimeLimit?, until due: Timestamp) -> TimeLeft {
      limit?.left(from: now, to: due, in: calendars) ?? TimeLeft(due.duration(since: now))
    }
    let timers = turn.transition.posts.compactMap { post -> HeldLimits.Timer? in
      guard let at = post.dueAt else { return nil }
      return .init(
        payload: post.payload, at: at, left: left(turn.limit(of: post.payload), until: at))
    }
    var items: [ElementPath: [Timestamp: TimeLeft]] = [:]
    for (path, element) in state.elements where element.phase == .working {
      let moved = turn.transition.postponements.first { $0.element == path }?.dueAt ?? [:]
      for (due, limit) in turn.limits(of: element, at: path) {
        items[path, default: [:]][due] = left(limit, until: moved[due] ?? due)
      }
    }
    return HeldLimits(timers: timers, items: items)
  }
}

extension Turn {
  /// The limit that a timer is about, in this version.
  fileprivate func limit(of payload: Payload) -> TimeLimit? {
    guard let path = payload.element, let timer = payload.timer else { return nil }
    let deadline = deadline(of: path, step: payload.step)
    guard timer.kind == .escalation else { return deadline.limit }
    return timer.entry.flatMap { deadline.limit(ofEntry: $0) }
  }

  /// By when the items of an element may be due, and by which limit.
  fileprivate func limits(
    of element: ElementState, at path: ElementPath
  ) -> [(due: Timestamp, limit: TimeLimit?)] {
    var limits: [(Timestamp, TimeLimit?)] = []
    if let due = element.dueAt { limits.append((due, deadline(of: path, step: nil).limit)) }
    guard let round = element.rounds.last, !round.isDecided else { return limits }
    let deadline = deadline(of: path, step: round.step)
    if let due = round.dueAt { limits.append((due, deadline.limit)) }
    for escalation in round.escalations {
      if let due = escalation.dueAt {
        limits.append((due, deadline.limit(ofEntry: escalation.entry)))
      }
    }
    return limits
  }
}
