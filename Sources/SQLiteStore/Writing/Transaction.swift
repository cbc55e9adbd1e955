// A write transaction, or one body's part of it.

import ApplicationRuntime

/// What a writing body receives; the changes are in `Tables/`, one file for each table.
final class Transaction: Reading, StoreTransaction {
  let counters: Counters
  let chain: StoreChain

  init(_ connection: Connection, counters: Counters, chain: StoreChain) {
    self.counters = counters
    self.chain = chain
    super.init(connection)
  }

  /// With what this transaction has counted and not yet written.
  override func totals() throws -> CounterValues {
    try checkUsable()
    return try counters.values()
  }

  /// With what this transaction has counted and not yet written.
  override func tallies() throws -> QueueTallies {
    var tallies = try storedTallies()
    for (tally, number) in counters.tallies { tallies[tally] += Int(number) }
    return tallies
  }

  func savepoint<Result>(_ body: () throws -> Result) throws -> Result {
    let connection = try connection
    let mark = counters.current()
    let chained = chain.count
    try connection.run(.beginSavepoint)
    do {
      let result = try body()
      try connection.run(.releaseSavepoint)
      return result
    } catch {
      counters.putBack(mark)
      chain.putBack(chained)
      // SQLite itself undoes all after some errors; there is no savepoint then.
      if connection.isInTransaction {
        try connection.run(.rollbackToSavepoint)
        try connection.run(.releaseSavepoint)
      }
      throw error
    }
  }

  func next(_ counter: Counter) throws -> Int64 {
    try checkUsable()
    return try counters.change { values in
      values[counter] += 1
      return values[counter]
    }
  }

  func nextDocumentNumber(prefix: String) throws -> Int64 {
    try checkUsable()
    return try counters.nextDocumentNumber(prefix: prefix)
  }

  private func checkUsable() throws { _ = try connection }

  /// Runs a statement that must find its row.
  func change(
    _ query: Query, _ what: @autoclosure () -> String, _ bind: (inout Binder) -> Void
  ) throws {
    guard try connection.run(query, bind) > 0 else {
      throw StoreError(.unexpected, "The store has no \(what()).")
    }
  }

  /// Says in words of the domain which rule refused a row.
  func refusing(_ sentence: @autoclosure () -> String, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as StoreError where error.code == .conflict {
      throw StoreError(.conflict, sentence())
    }
  }
}
