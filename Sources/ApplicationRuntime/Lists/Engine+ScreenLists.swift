// The lists of the screens: who may see each, and how its rows are made.

import Workflow
import WorkflowRuntime

extension Engine {
  /// A person's open items, by due time.
  package func inbox(
    _ request: ListRequest<InboxRow>, as actor: Actor, isStopped: () -> Bool = { false },
    soFar: (Window<InboxRow>) -> Void = { _ in }
  ) throws -> Window<InboxRow> {
    let person = actor.person
    var request = request
    // As they are kept: in the order in which they came.
    request.order = request.order ?? ListOrder("item")
    let source = ListSource<InboxRow>(
      order: ListOrder("due"), precedes: ListPlace.oldestFirst,
      rows: { reading, organization, stretch in
        try ListPortion(try reading.inbox(of: person, stretch), stretch, \.listPlace) { item in
          try reading.document(item.document).map { InboxRow(item, $0, organization) }
        }
      },
      count: { try $0.count(.inbox(of: person), before: $1, atMost: Self.greatestRowCount) })
    return try window(request, of: source, as: actor, isStopped: isStopped, soFar: soFar)
  }

  /// A person's own documents.
  package func documents(
    _ request: ListRequest<DocumentRow>, as actor: Actor, isStopped: () -> Bool = { false },
    soFar: (Window<DocumentRow>) -> Void = { _ in }
  ) throws -> Window<DocumentRow> {
    let person = actor.person
    let source = ListSource<DocumentRow>(
      precedes: ListPlace.newestFirst,
      rows: { reading, organization, stretch in
        try ListPortion(try reading.documents(of: person, stretch), stretch, \.listPlace) {
          try DocumentRow($0, organization, reading)
        }
      },
      count: { try $0.count(.documents(of: person), before: $1, atMost: Self.greatestRowCount) })
    return try window(request, of: source, as: actor, isStopped: isStopped, soFar: soFar)
  }

  /// All instances, or those of a status, for administrators.
  package func instances(
    status: InstanceStatus?, _ request: ListRequest<InstanceRow>, as actor: Actor,
    isStopped: () -> Bool = { false }, soFar: (Window<InstanceRow>) -> Void = { _ in }
  ) throws -> Window<InstanceRow> {
    try requireAdministrator(actor, "see all instances")
    let source = ListSource<InstanceRow>(
      precedes: ListPlace.newestFirst,
      rows: { reading, _, stretch in
        try ListPortion(try reading.instances(with: status, stretch), stretch, \.listPlace) {
          InstanceRow($0, title: try reading.document($0.document)?.title ?? "")
        }
      },
      count: { reading, place in
        // The store counts them as they change.
        if place == nil {
          let counts = try reading.instanceCounts()
          return status.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +)
        }
        return try reading.count(.instances(status), before: place, atMost: Self.greatestRowCount)
      })
    return try window(request, of: source, as: actor, isStopped: isStopped, soFar: soFar)
  }

  /// What is in the queue, or what was handled. Everybody sees the rows; what a message carries and
  /// its error are for those involved in its document, and a filter sees no more than they do.
  package func queue(
    isDone: Bool, _ request: ListRequest<Message>, as actor: Actor,
    isStopped: () -> Bool = { false }, soFar: (Window<Message>) -> Void = { _ in }
  ) throws -> Window<Message> {
    let list: StoreList = isDone ? .doneMessages : .pendingMessages
    let (now, parts) = (now, parts)
    let rows: (any StoreReading, Organization, ListStretch) throws -> ListPortion<Message> = {
      reading, organization, stretch in
      var seen = SeenMessages(
        by: actor.person, at: now, parts, organization: organization, reading)
      let messages = try reading.messages(of: list, stretch)
      var shown: [Message] = []
      for message in messages { shown.append(try seen.shown(message)) }
      return ListPortion(
        rows: shown, last: messages.last?.listPlace, isAtEnd: messages.count < stretch.limit)
    }
    let source = ListSource<Message>(
      precedes: { isDone ? ListPlace.newestFirst($0, $1) : ListPlace.oldestFirst($0, $1) },
      rows: rows,
      count: { try $0.count(list, before: $1, atMost: Self.greatestRowCount) })
    return try window(request, of: source, as: actor, isStopped: isStopped, soFar: soFar)
  }

  /// A person's deliveries, or everybody's, for administrators.
  package func deliveries(
    ofEverybody: Bool, _ request: ListRequest<DeliveryRow>, as actor: Actor,
    isStopped: () -> Bool = { false }, soFar: (Window<DeliveryRow>) -> Void = { _ in }
  ) throws -> Window<DeliveryRow> {
    if ofEverybody { try requireAdministrator(actor, "see what others are sent") }
    let person = ofEverybody ? nil : actor.person
    let source = ListSource<DeliveryRow>(
      precedes: ListPlace.newestFirst,
      rows: { reading, _, stretch in
        ListPortion(try reading.deliveries(to: person, stretch), stretch, \.listPlace) {
          DeliveryRow($0)
        }
      },
      count: { try $0.count(.deliveries(to: person), before: $1, atMost: Self.greatestRowCount) })
    return try window(request, of: source, as: actor, isStopped: isStopped, soFar: soFar)
  }
}

extension StoreReading {
  fileprivate func messages(of list: StoreList, _ stretch: ListStretch) throws -> [Message] {
    list == .doneMessages ? try doneMessages(stretch) : try pendingMessages(stretch)
  }
}
