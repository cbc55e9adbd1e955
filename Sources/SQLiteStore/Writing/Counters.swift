// The counters of one transaction: read when first needed, written once before the commit.

import ApplicationRuntime

/// Kept in memory while a transaction runs, because each of its messages counts something.
///
/// A savepoint that fails puts back the `mark` that was taken before it.
final class Counters {
  /// Nil until first needed.
  struct Mark {
    fileprivate var values: CounterValues?
    /// What this transaction adds to each; they are not read for it.
    fileprivate var tallies: [QueueTally: Int64] = [:]
  }

  private let connection: Connection
  private var mark = Mark()
  private var stored: CounterValues?

  init(_ connection: Connection) { self.connection = connection }

  /// What another process may have changed since the last transaction is forgotten.
  func begin() {
    mark = Mark()
    stored = nil
  }

  func current() -> Mark { mark }

  func putBack(_ earlier: Mark) { mark = earlier }

  func values() throws -> CounterValues {
    if let values = mark.values { return values }
    guard let values = try connection.first(.counters, { _ in }, CounterValues.init) else {
      throw StoreError(
        .damaged, "The store \(connection.location) has lost its counters. Restore a backup.")
    }
    stored = values
    mark.values = values
    return values
  }

  func change<Result>(_ body: (inout CounterValues) -> Result) throws -> Result {
    var values = try values()
    // One reference only, so that the document numbers are not copied.
    mark.values = nil
    defer { mark.values = values }
    return body(&values)
  }

  func count(_ number: Int64, as tally: QueueTally) {
    if number != 0 { mark.tallies[tally, default: 0] += number }
  }

  /// What is to be added to what is stored.
  var tallies: [QueueTally: Int64] { mark.tallies }

  func nextDocumentNumber(prefix: String) throws -> Int64 {
    let known = try values().documents[prefix]
    let last = try known ?? connection.first(.documentNumber, { $0.add(prefix) }, { $0.integer(0) })
    let next = (last ?? 0) + 1
    try change { $0.documents[prefix] = next }
    return next
  }

  /// Writes what has changed.
  func save() throws {
    for (tally, number) in mark.tallies {
      try connection.run(.saveTally) {
        $0.add(tally.name)
        $0.add(number)
      }
    }
    mark.tallies = [:]
    guard let values = mark.values, values != stored else { return }
    for (prefix, number) in values.documents where stored?.documents[prefix] != number {
      try connection.run(.saveDocumentNumber) {
        $0.add(prefix)
        $0.add(number)
      }
    }
    try connection.run(.saveCounters, values.bind)
    stored = values
  }
}
