// The plan of every statement: none reads a table that grows from end to end.

import GRDB
import Testing

@testable import SQLiteStore

struct PlanTests {
  private static let growing = [
    "message", "history", "work_item", "document", "instance", "inbox", "document_fingerprint",
    "record", "request", "notification", "delivery",
  ]

  @Test("no statement scans a table that grows", arguments: Query.allCases)
  func plan(_ query: Query) throws {
    try #require(!query.sql.isEmpty)
    let database = try DatabaseQueue()
    try database.writeWithoutTransaction { database in
      try database.execute(sql: Schema.current.create)
      let statement = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + query.sql)
      statement.setUncheckedArguments(StatementArguments())
      let steps = try GRDB.Row.fetchAll(statement).map { $0["detail"] as String }
      for step in steps {
        for table in Self.growing {
          #expect(!step.hasPrefix("SCAN \(table)"), "\(query): \(step)")
        }
        // Order comes from an index; a sort would read all rows before the first.
        #expect(
          !step.contains("TEMP B-TREE") || query == .newestVersions, "\(query): \(step)")
      }
    }
  }
}
