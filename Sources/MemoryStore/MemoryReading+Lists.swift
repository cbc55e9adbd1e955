// The lists of the screens: rows on either side of a place.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension MemoryReading {
  func inbox(of person: PersonID, _ stretch: ListStretch) throws -> [WorkItem] {
    tables.items.values.filter { $0.visibleTo.contains(person) }
      .stretch(stretch, isNewestFirst: false, \.listPlace)
  }

  func documents(of person: PersonID, _ stretch: ListStretch) throws -> [StoredDocument] {
    tables.documents.values.filter { $0.originator == person }
      .stretch(stretch, isNewestFirst: true, \.listPlace)
  }

  func instances(with status: InstanceStatus?, _ stretch: ListStretch) throws -> [StoredInstance] {
    tables.instances.values.filter { status == nil || $0.status == status }
      .stretch(stretch, isNewestFirst: true, \.listPlace)
  }

  func pendingMessages(_ stretch: ListStretch) throws -> [Message] {
    tables.pending.values.map(\.message).stretch(stretch, isNewestFirst: false, \.listPlace)
  }

  func doneMessages(_ stretch: ListStretch) throws -> [Message] {
    Array(tables.done.values).stretch(stretch, isNewestFirst: true, \.listPlace)
  }

  func notifications(
    of person: PersonID, areRead: Bool, _ stretch: ListStretch
  ) throws -> [StoredNotification] {
    tables.notifications.values.filter { $0.person == person && ($0.readAt != nil) == areRead }
      .stretch(stretch, isNewestFirst: true, \.listPlace)
  }

  func deliveries(to person: PersonID?, _ stretch: ListStretch) throws -> [StoredDelivery] {
    tables.deliveries.values.filter { person == nil || $0.person == person }
      .stretch(stretch, isNewestFirst: true, \.listPlace)
  }

  func count(_ list: StoreList, before place: ListPlace?, atMost: Int) throws -> Int {
    let all = ListStretch(from: place, isBackwards: true, limit: atMost)
    return
      switch list
    {
    case .inbox(let person): try inbox(of: person, all).count
    case .documents(let person): try documents(of: person, all).count
    case .instances(let status): try instances(with: status, all).count
    case .pendingMessages: try pendingMessages(all).count
    case .doneMessages: try doneMessages(all).count
    case .notifications(let person, let areRead):
      try notifications(of: person, areRead: areRead, all).count
    case .deliveries(let person): try deliveries(to: person, all).count
    }
  }
}

extension Array {
  /// The rows behind a place or before it, of a list in the order of its places.
  fileprivate func stretch(
    _ stretch: ListStretch, isNewestFirst: Bool, _ place: (Element) -> ListPlace
  ) -> [Element] {
    let isFalling = isNewestFirst != stretch.isBackwards
    let ordered = map { (row: $0, place: place($0)) }.sorted {
      isFalling ? $1.place.precedes($0.place) : $0.place.precedes($1.place)
    }
    guard let from = stretch.from else { return ordered.map(\.row).window(stretch.limit) }
    return ordered.filter {
      isFalling ? $0.place.precedes(from) : from.precedes($0.place)
    }.map(\.row).window(stretch.limit)
  }
}

extension ListPlace {
  fileprivate func precedes(_ other: ListPlace) -> Bool {
    let (left, right) = (time ?? .distantFuture, other.time ?? .distantFuture)
    return (left, number, id) < (right, other.number, other.id)
  }
}
