// What the page of statistics asks for, and what it gets.

import ApplicationRuntime
import Workflow

/// A time up to now, and one workflow or all.
package struct StatisticsRequest: Hashable, Sendable {
  package enum Period: Hashable, Sendable, CaseIterable {
    case week, month, quarter, year, all

    /// Nil for everything that there is.
    package var days: Int? {
      switch self {
      case .week: 7
      case .month: 30
      case .quarter: 91
      case .year: 365
      case .all: nil
      }
    }

    /// What one bar of the throughput stands for.
    package var bar: StatisticsQuery.Period {
      switch self {
      case .week, .month: .day
      case .quarter: .week
      case .year, .all: .month
      }
    }

    var title: String {
      switch self {
      case .week: "7 days"
      case .month: "30 days"
      case .quarter: "quarter"
      case .year: "year"
      case .all: "all time"
      }
    }
  }

  package var period = Period.month
  package var workflow: WorkflowID?
}

/// What was counted, and how long that took.
package struct StatisticsAnswer: Sendable {
  package let statistics: Statistics
  /// Those of which there are instances or versions.
  package let workflows: [WorkflowID]
  package let at: Timestamp
  package let took: Duration

  package init(
    statistics: Statistics, workflows: [WorkflowID], at: Timestamp, took: Duration
  ) {
    self.statistics = statistics
    self.workflows = workflows
    self.at = at
    self.took = took
  }
}
