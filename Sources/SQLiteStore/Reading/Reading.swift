// One consistent state of the store, as the application runtime reads it.

import ApplicationRuntime

/// What a reading body receives; its answers are in `Tables/`, one file for each table.
class Reading: StoreReading {
  private var usable: Connection?

  init(_ connection: Connection) { usable = connection }

  /// The connection, as long as the body runs that this was made for.
  var connection: Connection {
    get throws {
      guard let usable else {
        throw StoreError(
          .unexpected, "A reading or transaction of a store was used after its body had ended.")
      }
      return usable
    }
  }

  /// The numbers that the store counts instead of its rows.
  func totals() throws -> CounterValues {
    let connection = try connection
    guard let totals = try connection.first(.counters, { _ in }, CounterValues.init) else {
      throw StoreError(
        .damaged, "The store \(connection.location) has lost its counters. Restore a backup.")
    }
    return totals
  }

  func tallies() throws -> QueueTallies { try storedTallies() }

  func end() { usable = nil }
}
