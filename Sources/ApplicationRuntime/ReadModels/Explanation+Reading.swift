// Who is waited for, which children are open, and which limits come.

import Workflow
import WorkflowRuntime

extension Explanation.Waiting {
  init(_ item: WorkItem, _ permissions: Permissions) {
    let organization = permissions.organization
    let people = item.visibleTo
    self.init(
      item: item, people: people.map(organization.name),
      actsFor: item.onBehalfOf.map(organization.name),
      queue: item.queue.map { organization.queues[$0]?.title ?? $0.rawValue },
      hold: people.isEmpty
        ? "nobody who is active is asked: an administrator has to reassign it"
        : permissions.reasonForHold(of: item))
    if let dueAt = item.dueAt, !people.isEmpty, hold != nil,
      let since = permissions.instance(of: item)?.heldSince(among: permissions.instances)
    {
      left = max(.zero, dueAt.duration(since: since))
    }
  }
}

extension Explanation.Child {
  /// More of one instance are not looked at.
  private static let limit = 1_000

  /// The children of the elements that are at work, by their element and line.
  static func all(
    of route: Route?, _ permissions: Permissions, _ reading: any StoreReading
  ) throws -> [Self] {
    guard let state = route?.state, let parent = permissions.instance else { return [] }
    let working = state.elements.filter { $0.value.phase != .ended && !$0.value.children.isEmpty }
    guard !working.isEmpty else { return [] }
    // The newest come first: of several attempts the last counts.
    let started = try reading.instances(InstanceQuery(parent: parent.id, limit: limit))
    return try working.sorted { $0.key < $1.key }.flatMap { path, element in
      try element.children.map { child in
        let instance = started.first {
          $0.parent?.element == path && $0.parent?.child.line == child.line
        }
        let isOpen = child.outcome == nil && instance?.status.isOpen == true
        let items =
          try isOpen
          ? instance.map {
            try reading.workItems(WorkItemQuery(.openOfInstance($0.id), limit: 100))
          }
          : nil
        return Self(
          element: path, line: child.line > 0 ? child.line : nil, workflow: child.workflow,
          instance: instance?.id, outcome: child.outcome,
          people: (items ?? []).flatMap(\.visibleTo).uniqued()
            .map(permissions.organization.name),
          error: isOpen && instance?.status == .stopped ? instance?.error : nil)
      }
    }
  }
}

extension Explanation.Timer {
  /// More are not told.
  private static let limit = 50

  /// The limits and reminders of the document's instances, the next one first.
  static func coming(
    for instances: [StoredInstance], _ organization: Organization, _ reading: any StoreReading
  ) throws -> [Self] {
    var timers: [Self] = []
    for instance in instances where instance.status.isOpen {
      let pending = try reading.pendingMessages(of: instance.id, types: [.timerDue])
      let heldSince = pending.isEmpty ? nil : instance.heldSince(among: instances)
      timers += pending.compactMap { message in
        var timer = Self(message, line: instance.line, organization)
        timer?.left = heldSince.map { max(.zero, message.dueAt.duration(since: $0)) }
        return timer
      }
    }
    return Array(timers.sorted { $0.at < $1.at }.prefix(limit))
  }

  init?(_ message: Message, line: Int?, _ organization: Organization) {
    guard message.type == .timerDue, let timer = message.payload.timer else { return nil }
    let element = message.payload.element?.name ?? "the workflow"
    let place = message.payload.step.map { "the \($0) step" } ?? element
    let of = line.map { " of line \($0)" } ?? ""
    let whose = timer.onBehalfOf.map { ", for \(organization.name(of: $0))" } ?? ""
    let words =
      switch timer.kind {
      case .reminder: "a reminder for \(place)\(of)"
      case .due: "\(place)\(of) is due"
      case .elementLimit: "\(element)\(of) as a whole is due"
      case .escalation: "the escalated item of \(place)\(of) is due\(whose)"
      case .release: "the limits\(of) go on"
      }
    self.init(at: message.runnableAt, words: words)
  }
}

extension StoredInstance {
  /// Since when its limits stand still, because it was sent back, or the whole document around a
  /// line was; nil while they run.
  fileprivate func heldSince(among instances: [StoredInstance]) -> Timestamp? {
    let whole = line == nil ? nil : instances.first { $0.id == parent?.instance }
    return [heldSince, whole?.heldSince].compactMap { $0 }.min()
  }

  private var heldSince: Timestamp? {
    guard let state, let json = try? JSON(parsing: state),
      let read = try? InstanceState(stored: json)
    else { return nil }
    return read.heldSince
  }
}
