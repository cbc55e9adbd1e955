// The list of a person's notifications: two lists of the store, one behind the other.

import Workflow
import WorkflowRuntime

extension Engine {
  /// The notifications of whoever asks: the unread ones, then those that were read.
  package func notifications(
    isUnreadOnly: Bool, _ request: ListRequest<NotificationRow>, as actor: Actor,
    isStopped: () -> Bool = { false }, soFar: (Window<NotificationRow>) -> Void = { _ in }
  ) throws -> Window<NotificationRow> {
    let list = NotificationList(person: actor.person, hasRead: !isUnreadOnly)
    let source = ListSource<NotificationRow>(
      precedes: { left, right in
        left.time == right.time
          ? left.number > right.number : (left.time ?? .distantPast) < (right.time ?? .distantPast)
      },
      rows: { reading, _, stretch in try list.rows(reading, stretch) },
      count: { try list.count($0, before: $1) })
    return try window(request, of: source, as: actor, isStopped: isStopped, soFar: soFar)
  }
}

private struct NotificationList {
  let person: PersonID
  let hasRead: Bool

  func rows(
    _ reading: any StoreReading, _ stretch: ListStretch
  ) throws -> ListPortion<NotificationRow> {
    var halves = hasRead ? [false, true] : [false]
    if stretch.isBackwards { halves.reverse() }
    // The half of the place is where it begins; the place means nothing in the other one.
    if let from = stretch.from, let start = halves.firstIndex(of: from.isOfRead) {
      halves.removeFirst(start)
    }
    var found: [StoredNotification] = []
    for areRead in halves where found.count < stretch.limit {
      var part = stretch
      part.from = stretch.from.flatMap { $0.isOfRead == areRead ? $0.inStore : nil }
      part.limit = stretch.limit - found.count
      found += try reading.notifications(of: person, areRead: areRead, part)
    }
    return ListPortion(found, stretch, { NotificationRow($0).listPlace }, NotificationRow.init)
  }

  func count(_ reading: any StoreReading, before place: ListPlace?) throws -> Int {
    func count(areRead: Bool, before place: ListPlace?) throws -> Int {
      try reading.count(
        .notifications(of: person, areRead: areRead), before: place?.inStore,
        atMost: Engine.greatestRowCount
      )
    }
    guard hasRead, place?.isOfRead ?? true else {
      return try count(areRead: false, before: place)
    }
    return try count(areRead: false, before: nil) + count(areRead: true, before: place)
  }
}

extension ListPlace {
  /// As ``NotificationRow`` gives it.
  fileprivate var isOfRead: Bool { (time?.microseconds ?? 0) > 0 }

  /// As the store knows it, where both are lists of their own.
  fileprivate var inStore: ListPlace { ListPlace(number: number) }
}
