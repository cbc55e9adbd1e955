// Who is waited for, which children are open, and which limits come.

import Workflow
import WorkflowRuntime

extension Explanation.Waiting {
  init(_ item: WorkItem, _ permissions: Permissions, _ holds: Holds) {
    let organization = permissions.organization
    let people = item.visibleTo
    self.init(
      item: item, people: people.map(organization.name),
      actsFor: item.onBehalfOf.map(organization.name),
      queue: item.queue.map { organization.queues[$0]?.title ?? $0.rawValue },
      hold: people.isEmpty
        ? "nobody who is active is asked: an administrator has to reassign it"
        : permissions.reasonForHold(of: item))
    if !people.isEmpty, hold != nil { left = holds[item.instance]?.left(of: item) }
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
    for instances: [StoredInstance], _ holds: Holds, _ organization: Organization,
    _ reading: any StoreReading
  ) throws -> [Self] {
    var timers: [Self] = []
    for instance in instances where instance.status.isOpen {
      if let held = holds[instance.id] {
        // What waits in the queue says when it would have been; the end of the hold posts it anew.
        timers += held.timers.compactMap { timer in
          Self(
            timer.payload, at: timer.at, left: timer.left, line: instance.line, organization)
        }
      } else {
        timers += try reading.pendingMessages(of: instance.id, types: [.timerDue]).compactMap {
          Self($0.payload, at: $0.runnableAt, line: instance.line, organization)
        }
      }
    }
    return Array(timers.sorted { $0.at < $1.at }.prefix(limit))
  }

  init?(
    _ payload: Payload, at: Timestamp, left: TimeLeft? = nil, line: Int?,
    _ organization: Organization
  ) {
    guard let timer = payload.timer else { return nil }
    let element = payload.element?.name ?? "the workflow"
    let place = payload.step.map { "the \($0) step" } ?? element
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
    self.init(at: at, words: words, left: left)
  }
}
