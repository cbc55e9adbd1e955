// What a person wants to be told, and what became of deliveries.

import Workflow
import WorkflowRuntime

extension Engine {
  /// For each event and each transport that there is, whether the person is told.
  public func notificationPreferences(
    as actor: Actor
  ) throws -> [NotificationPreferenceRow] {
    try reading(as: actor) { reading, organization in
      let settings = organization.notifications
      let preferences = try NotificationPreferences.read(of: actor.person, reading)
      let transports = NotificationTransport.allCases.filter {
        $0.isBuiltIn || settings.transports[$0] != nil
      }
      return NotificationEvent.allCases.flatMap { event in
        transports.map { transport in
          NotificationPreferenceRow(
            event: event, transport: transport,
            isOn: preferences.isOn(event, by: transport, in: settings),
            isChosen: preferences[event, transport] != nil)
        }
      }
    }
  }

  /// Chooses whether a person is told by a transport.
  ///
  /// - Parameters:
  ///   - events: of what.
  ///   - isOn: nil takes the choice back: it is as the organisation says then.
  public func setNotifications(
    of events: [NotificationEvent], by transport: NotificationTransport, to isOn: Bool?,
    as actor: Actor
  ) throws {
    let parts = parts
    try writing { transaction in
      let organization = try parts.sources.organization(transaction)
      try parts.acting(actor, in: organization)
      guard transport.isBuiltIn || organization.notifications.transports[transport] != nil else {
        throw EngineError(
          .notFound,
          "the organisation has no \(transport.rawValue): an administrator adds it under "
            + "`notifications`")
      }
      var preferences = try NotificationPreferences.read(of: actor.person, transaction)
      for event in events { preferences[event, transport] = isOn }
      try preferences.write(of: actor.person, transaction)
    }
  }

  /// Deliveries, the newest first, failed ones with the reason.
  ///
  /// - Parameter person: to whom; nil for everybody, which administrators see.
  public func deliveries(
    to person: PersonID?, as actor: Actor, after: String? = nil, limit: Int
  ) throws -> Window<DeliveryRow> {
    if person != actor.person { try requireAdministrator(actor, "see the deliveries to others") }
    let before = try after.map { try Self.notificationNumber($0) }
    let limit = Self.bounded(limit)
    return try reading(as: actor) { reading, _ in
      let found = try reading.deliveries(DeliveryQuery(of: person, before: before, limit: limit))
      return Window(
        rows: found.map(DeliveryRow.init),
        next: found.count == limit
          ? found.last.map { NotificationID($0.number).description } : nil)
    }
  }

  /// Sends what is due in this thread, unless another process has the right to: for a command
  /// that is about to end. Never called within a transaction.
  public func deliver() throws {
    do {
      try deliveries.runUntilNothingIsDue()
    } catch {
      throw EngineError.wrapping(error)
    }
  }
}
