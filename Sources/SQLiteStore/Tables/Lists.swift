// The lists of the screens: rows on either side of a place.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension Reading {
  func inbox(of person: PersonID, _ stretch: ListStretch) throws -> [WorkItem] {
    try rows(stretch, .inboxList, .inboxListBefore, isNewestFirst: false) { binder, place in
      binder.add(person)
      binder.add(place.time ?? .distantFuture)
      binder.add(place.number)
    } as: {
      try WorkItem($0)
    }
  }

  func documents(of person: PersonID, _ stretch: ListStretch) throws -> [StoredDocument] {
    try rows(stretch, .documentList, .documentListBefore, isNewestFirst: true) { binder, place in
      binder.add(person)
      binder.add(place.time ?? .distantFuture)
      binder.add(place.id)
    } as: {
      try StoredDocument($0)
    }
  }

  func instances(with status: InstanceStatus?, _ stretch: ListStretch) throws -> [StoredInstance] {
    try rows(
      stretch, status == nil ? .instanceList : .instanceListOfStatus,
      status == nil ? .instanceListBefore : .instanceListOfStatusBefore, isNewestFirst: true
    ) { binder, place in
      if let status { binder.add(status.rawValue) }
      binder.add(place.number)
    } as: {
      try StoredInstance($0)
    }
  }

  func pendingMessages(_ stretch: ListStretch) throws -> [Message] {
    try rows(stretch, .pendingList, .pendingListBefore, isNewestFirst: false) { binder, place in
      binder.add(place.time ?? .distantFuture)
      binder.add(place.number)
    } as: {
      try Message($0)
    }
  }

  func doneMessages(_ stretch: ListStretch) throws -> [Message] {
    try rows(stretch, .doneList, .doneListBefore, isNewestFirst: true) { binder, place in
      binder.add(place.time ?? .distantFuture)
      binder.add(place.number)
    } as: {
      try Message($0)
    }
  }

  func notifications(
    of person: PersonID, areRead: Bool, _ stretch: ListStretch
  ) throws -> [StoredNotification] {
    try rows(
      stretch, areRead ? .readList : .unreadList, areRead ? .readListBefore : .unreadListBefore,
      isNewestFirst: true
    ) { binder, place in
      binder.add(person)
      binder.add(place.number)
    } as: {
      try StoredNotification($0)
    }
  }

  func deliveries(to person: PersonID?, _ stretch: ListStretch) throws -> [StoredDelivery] {
    try rows(
      stretch, person == nil ? .deliveryList : .deliveryListOfPerson,
      person == nil ? .deliveryListBefore : .deliveryListOfPersonBefore, isNewestFirst: true
    ) { binder, place in
      if let person { binder.add(person) }
      binder.add(place.number)
    } as: {
      try StoredDelivery($0)
    }
  }

  private func rows<Value>(
    _ stretch: ListStretch, _ behind: Query, _ before: Query, isNewestFirst: Bool,
    _ bind: (inout Binder, ListPlace) -> Void, as value: (Row) throws -> Value
  ) throws -> [Value] {
    let isRising = isNewestFirst == stretch.isBackwards
    return try connection.all(
      stretch.isBackwards ? before : behind,
      { binder in
        bind(&binder, stretch.from ?? (isRising ? .least : .greatest))
        binder.add(limit: stretch.limit)
      }, value)
  }

  func count(_ list: StoreList, before place: ListPlace?, atMost: Int) throws -> Int {
    let place = place ?? (list.isNewestFirst ? .least : .greatest)
    return try connection.first(
      list.count,
      { binder in
        list.bindScope(to: &binder)
        if list.isByTime { binder.add(place.time ?? .distantFuture) }
        if case .documents = list { binder.add(place.id) } else { binder.add(place.number) }
        binder.add(limit: atMost)
      }, { $0.number(0) }) ?? 0
  }
}

extension ListPlace {
  /// Before, and behind, everything.
  fileprivate static let least = ListPlace(time: .distantPast, number: .min)
  fileprivate static let greatest = ListPlace(number: .max, id: "\u{10FFFF}")
}

extension StoreList {
  fileprivate var isNewestFirst: Bool {
    switch self {
    case .inbox, .pendingMessages: false
    case .documents, .instances, .doneMessages, .notifications, .deliveries: true
    }
  }

  fileprivate var isByTime: Bool {
    switch self {
    case .inbox, .documents, .pendingMessages, .doneMessages: true
    case .instances, .notifications, .deliveries: false
    }
  }

  fileprivate var count: Query {
    switch self {
    case .inbox: .inboxListCount
    case .documents: .documentListCount
    case .instances(nil): .instanceListCount
    case .instances: .instanceListOfStatusCount
    case .pendingMessages: .pendingListCount
    case .doneMessages: .doneListCount
    case .notifications(_, let areRead): areRead ? .readListCount : .unreadListCount
    case .deliveries(nil): .deliveryListCount
    case .deliveries: .deliveryListOfPersonCount
    }
  }

  fileprivate func bindScope(to binder: inout Binder) {
    switch self {
    case .inbox(let person), .documents(let person), .notifications(let person, _):
      binder.add(person)
    case .instances(let status?): binder.add(status.rawValue)
    case .deliveries(let person?): binder.add(person)
    case .instances(nil), .deliveries(nil), .pendingMessages, .doneMessages: break
    }
  }
}
