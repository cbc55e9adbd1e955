// What people want to be told, read once for all that a transaction tells.

import Workflow

/// The preferences of those who were told of something in one transaction.
final class KnownPreferences {
  private let reading: any StoreReading
  private var known: [PersonID: NotificationPreferences] = [:]

  init(_ reading: any StoreReading) { self.reading = reading }

  func of(_ person: PersonID) throws -> NotificationPreferences {
    if let preferences = known[person] { return preferences }
    let preferences = try NotificationPreferences.read(of: person, reading)
    known[person] = preferences
    return preferences
  }
}
