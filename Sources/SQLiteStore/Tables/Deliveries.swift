// Notifications on their way, each lane of a person and a transport in its order.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension Reading {
  func delivery(_ number: Int64) throws -> StoredDelivery? {
    try connection.first(.delivery, { $0.add(number) }, StoredDelivery.init)
  }

  func deliveries(_ query: DeliveryQuery) throws -> [StoredDelivery] {
    try connection.all(
      query.person == nil ? .deliveries : .deliveriesOfPerson,
      {
        if let person = query.person { $0.add(person) }
        $0.add(query.before ?? .max)
        $0.add(limit: query.limit)
      }, StoredDelivery.init)
  }

  func dueDeliveries(at now: Timestamp, limit: Int) throws -> [StoredDelivery] {
    try connection.all(
      .dueDeliveries,
      {
        $0.add(now)
        $0.add(limit: limit)
      }, StoredDelivery.init)
  }

  func nextDeliveryTime() throws -> Timestamp? {
    try connection.first(.nextDeliveryTime, { _ in }, { $0.time(0) })
  }

  func lastPendingDelivery(
    to person: PersonID, by transport: NotificationTransport
  ) throws -> StoredDelivery? {
    try connection.first(
      .lastPendingDelivery,
      {
        $0.add(person)
        $0.add(transport.rawValue)
      }, StoredDelivery.init)
  }

  fileprivate func firstPendingDelivery(of lane: StoredDelivery) throws -> Int64? {
    try connection.first(
      .firstPendingDelivery,
      {
        $0.add(lane.person)
        $0.add(lane.transport.rawValue)
      }, { $0.integer(0) })
  }
}

extension Transaction {
  func insert(_ delivery: StoredDelivery) throws {
    let isHead =
      try delivery.state.isPending && firstPendingDelivery(of: delivery) == nil
    try connection.run(.insertDelivery) {
      $0.add(delivery.number)
      $0.add(delivery.transport.rawValue)
      $0.add(delivery.notification.json.text)
      $0.add(delivery.state.rawValue)
      $0.add(delivery.attempts)
      $0.add(delivery.dueAt)
      $0.add(delivery.error)
      $0.add(delivery.endedAt)
      $0.add(delivery.person)
      $0.add(delivery.notification.document)
      $0.add(isHead)
    }
  }

  func update(_ delivery: StoredDelivery) throws {
    try change(.updateDelivery, "delivery \(delivery.number)") {
      $0.add(delivery.notification.json.text)
      $0.add(delivery.state.rawValue)
      $0.add(delivery.attempts)
      $0.add(delivery.dueAt)
      $0.add(delivery.error)
      $0.add(delivery.endedAt)
      $0.add(delivery.state.isPending)
      $0.add(delivery.number)
    }
    if !delivery.state.isPending { try promote(after: delivery) }
  }

  /// The next one of the lane is its first now.
  private func promote(after delivery: StoredDelivery) throws {
    guard let next = try firstPendingDelivery(of: delivery) else { return }
    try connection.run(.promoteDelivery) { $0.add(next) }
  }

  func removeDeliveries(endedBefore time: Timestamp, limit: Int) throws -> Int {
    try connection.run(.removeEndedDeliveries) {
      $0.add(time)
      $0.add(limit: limit)
    }
  }

  func removeDeliveries(about document: DocumentID) throws {
    let pending = try connection.all(
      .pendingDeliveriesAbout, { $0.add(document) }, StoredDelivery.init)
    try connection.run(.removeDeliveriesAbout) { $0.add(document) }
    for delivery in pending { try promote(after: delivery) }
  }
}

extension StoredDelivery {
  init(_ row: Row) throws {
    self.init(
      number: row.integer(0), transport: try row.word(1), notification: try row.stored(2),
      state: try row.word(3), attempts: row.number(4), dueAt: row.time(5),
      error: row.optionalText(6), endedAt: row.optionalTime(7))
  }
}
