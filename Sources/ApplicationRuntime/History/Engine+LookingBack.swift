// Looking at an instance as it was (SPEC 11). Nothing is run: the history is folded.

import Workflow
import WorkflowRuntime

extension Engine {
  /// An instance as it was after one of its messages.
  ///
  /// - Parameter message: the sequence number of the message; nil for the last saved point. A
  ///   message that left nothing in the history changed nothing: the point before it is shown.
  /// - Throws: `notFound` for a message that came before all of them, or that is none of this
  ///   instance's.
  public func instance(
    _ id: InstanceID, at message: Int64?, as actor: Actor
  ) throws -> InstanceMoment {
    try reading(as: actor) { reading, organization in
      guard let stored = try reading.instance(id) else {
        throw EngineError(.notFound, "there is no instance \(id)")
      }
      let document = try reading.existingDocument(stored.document)
      try Involvement(of: actor.person, parts: parts, organization: organization, reading)
        .require(in: document)
      let past = try InstancePast(of: id, upTo: message, reading)
      guard let index = past.index else {
        throw EngineError(
          .notFound, "message \(message ?? 0) is none of \(id)", details: past.range)
      }
      let point = past.points[index]
      var then = stored
      then.state = past.state?.json.text
      then.status = past.state?.status ?? .pending
      let items = try past.openItems(at: point.at, reading)
      let route = try Route(then, of: document, parts: parts, organization: organization, reading)
      return InstanceMoment(
        instance: id, document: stored.document, workflow: stored.workflow, point: point,
        index: index, points: past.points, state: past.state,
        outline: route?.outline(openItems: items, organization: organization) ?? [],
        openItems: items,
        entries: try HistoryRows.rows(of: past.entries, organization, reading),
        figure: route?.figure(openItems: items, organization: organization))
    }
  }
}

/// What one pass over the history of an instance finds.
private struct InstancePast {
  let instance: InstanceID
  private(set) var points: [SavedPoint] = []
  /// The saved point that was asked for; nil when there is none.
  private(set) var index: Int?
  private(set) var state: InstanceState?
  /// The entries of the message of that point.
  private(set) var entries: [StoredHistoryEntry] = []

  init(of instance: InstanceID, upTo message: Int64?, _ reading: any StoreReading) throws {
    self.instance = instance
    var fold = HistoryFold()
    var pages = Pages<StoredHistoryEntry> { last, limit in
      try reading.history(
        HistoryQuery(.instance(instance), after: last?.sequence ?? 0, limit: limit))
    }
    while let stored = try pages.next() {
      try fold.take(stored.entry)
      guard let handled = stored.entry.message else {
        // What a person did directly is in the newest state, and after no message.
        if message == nil { state = fold.state }
        continue
      }
      add(stored.entry, of: handled, try reading.message(handled)?.type)
      guard handled <= message ?? .max else { continue }
      if points.last.map({ $0.message == handled }) == true, index != points.count - 1 {
        index = points.count - 1
        entries = []
      }
      entries.append(stored)
      state = fold.state
    }
    // A message that is no saved point may still be one of this instance.
    if let message, !points.contains(where: { $0.message == message }),
      try reading.message(message)?.instance != instance
    {
      index = nil
    }
  }

  private mutating func add(_ entry: HistoryEntry, of message: Int64, _ type: MessageType?) {
    let changes = entry.change != nil
    guard let last = points.last, last.message == message else {
      points.append(
        SavedPoint(
          message: message, type: type, event: entry.event, element: entry.element, at: entry.at,
          changesState: changes))
      return
    }
    points[points.count - 1] = SavedPoint(
      message: message, type: type, event: last.event, element: last.element ?? entry.element,
      at: entry.at, changesState: last.changesState || changes)
  }

  /// Which messages can be asked for, as a detail of an error.
  var range: [String] {
    guard let first = points.map(\.message).min(), let last = points.map(\.message).max() else {
      return ["\(instance) has no messages yet"]
    }
    return ["its messages are \(first) to \(last)"]
  }

  func openItems(at time: Timestamp, _ reading: any StoreReading) throws -> [WorkItem] {
    var open: [WorkItem] = []
    var pages = Pages<WorkItem> { last, limit in
      try reading.workItems(WorkItemQuery(.instance(instance), after: last?.id, limit: limit))
    }
    while var item = try pages.next() {
      guard item.createdAt <= time, item.closedAt.map({ $0 > time }) ?? true else { continue }
      if item.closedAt != nil {
        // It was answered since: then it was open, and somebody was waited for.
        item.status = .open
        item.closedAt = nil
        item.answer = nil
      }
      open.append(item)
    }
    return open
  }
}

extension InstanceState {
  /// The status of an instance in this state.
  var status: InstanceStatus {
    switch stage {
    case .completed: .completed
    case .canceled: .canceled
    default: .pending
    }
  }
}
