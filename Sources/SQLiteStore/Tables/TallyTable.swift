// What is counted of the exchange between the two runtimes.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension Reading {
  /// As they were committed.
  func storedTallies() throws -> QueueTallies {
    var numbers: [String: Int64] = [:]
    try connection.each(
      .tallies, { _ in },
      { row in
        numbers[row.text(0)] = row.integer(1)
        return true
      })
    var tallies = QueueTallies(since: numbers["since"].map(Timestamp.init(microseconds:)))
    for tally in QueueTally.allCases { tallies[tally] = Int(numbers[tally.name] ?? 0) }
    return tallies
  }
}

extension Transaction {
  func count(_ number: Int, as tally: QueueTally) throws {
    _ = try connection
    counters.count(Int64(number), as: tally)
  }
}
