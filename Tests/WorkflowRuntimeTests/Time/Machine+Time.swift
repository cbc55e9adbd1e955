// What the tests of limits share: approvals with a deadline, and what became of their items.

import Testing
import Workflow

@testable import WorkflowRuntime

extension Machine {
  /// An approval of one step of these people, with these keys of time beside the assignment.
  static func limited(
    _ people: String = "bob", policy: String = "single", _ keys: String = "limit: 3 days"
  ) throws -> Machine {
    try Machine(
      """
        - approval: check
          steps:
            - step: only
              assign: { users: [\(people)] }
              policy: \(policy)
      \(keys.split(separator: "\n").map { "        " + $0 }.joined(separator: "\n"))
      """)
  }

  /// How long after a time the timers are due, with what they are.
  func waiting(since start: Timestamp) -> [String] {
    timers.map { "\($0.timer.kind.rawValue) \($0.dueAt.duration(since: start).words)" }
  }

  /// The statuses of the items of a person, in their order.
  func statuses(of person: PersonID) -> [WorkItem.Status] {
    items.filter { $0.assignee == person }.map(\.status)
  }
}

extension Duration {
  static func days(_ count: Int) -> Duration { .seconds(count * 86_400) }
  static func hours(_ count: Int) -> Duration { .seconds(count * 3600) }
}
