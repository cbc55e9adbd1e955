// Limits, reminders and escalations (SPEC 8).

import Testing
import Workflow
import WorkflowRuntime

@Suite struct TimeTests {
  /// Monday, 2 March 2026, 9:00, is the beginning of every story.
  @Test(
    "Limits: minutes, hours, days, weeks, months, and days on which something is due",
    arguments: [
      ("limit: 30 minutes", .minutes(30)), ("limit: 5 hours", .hours(5)),
      ("limit: 2 days", .days(2)), ("limit: 1 week", .days(7)), ("limit: 1 month", .days(31)),
      // The Friday of week 3 of March is the 20th; that of week 1 the 6th.
      ("due: friday of week 3", .days(18)), ("due: friday of week 1", .days(4)),
      // Past in this year: the first Monday of January 2027.
      ("due: monday of week 1 of january", .days(308)),
    ] as [(String, Duration)])
  func limits(_ limit: String, _ length: Duration) throws {
    try Scenario("- { task: look, assign: { user: ann }, \(limit) }").play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      let due = try story.openItems().first?.dueAt?.duration(since: story.beginning)
      // A day is due at its end, or at the time of the beginning: within the day.
      let isDay = limit.hasPrefix("due")
      try story.then(
        .that { _ in
          guard let due else { return false }
          return isDay ? abs((due - length) / .seconds(1)) <= 86_400 : due == length
        })
      guard let due else { return }
      try story.wait(due - .seconds(1))
      try story.then(.history(.overdue, times: 0))
      try story.wait(.seconds(1))
      try story.then(.history(.overdue, times: 1), .asks("ann"))
    }
  }

  @Test("Hours and days can follow a working calendar with holidays and a time zone")
  func calendar() throws {
    let office =
      "calendars: { office: { default: true, week: { mon-thu: \"09:00-17:00\", fri: \"09:00-15:00\" } } }"
    for (limit, due) in [("12 hours", Duration.hours(28)), ("4 days", .days(4))] {
      try Scenario(
        "- { task: look, assign: { user: ann }, limit: \(limit) }", organization: office
      ).play { story in
        try story.given(.trip())
        try story.when(sam: .submit)
        try story.then(
          .that { story in
            guard let found = try story.openItems().first?.dueAt?.duration(since: story.beginning)
            else { return false }
            return limit == "12 hours" ? found == due : found >= due && found < due + .hours(12)
          })
      }
    }
  }

  @Test("An approval's own limit takes its final action; without one it is overdue")
  func whole() throws {
    for (finally, status) in [("  finally: reject\n", DocumentStatus.rejected), ("", .inReview)] {
      try Scenario(
        """
        - approval: management
          limit: 2 days
        \(finally)  steps: [ { step: one, assign: { user: ann } }, { step: two, assign: { user: bob } } ]
        """
      ).play { story in
        try story.given(.trip())
        try story.when(sam: .submit, ann: .approve)
        try story.wait(.days(2))
        try story.then(.status(status))
        if finally.isEmpty { try story.then(.history(.overdue, times: 1), .asks("bob")) }
      }
    }
  }

  private static let limited = Scenario(
    """
    - approval: manager
      steps:
        - step: manager
          assign: { user: frank }
          limit: 2 days
          remind: [1 day before, every 1 day after]
          escalate:
            - { assign: { user: sue }, limit: 3 days }
            - { finally: approve }
    """)

  @Test("A limit is removed when its item is answered: nothing fires later")
  func removed() throws {
    try Self.limited.play { story in
      try story.given(.trip())
      try story.when(sam: .submit, frank: .approve)
      try story.wait(.days(30))
      try story.then(.history(.escalated, times: 0), .history(.reminded, times: 0))
      try story.then(
        .that { story in try story.read { try $0.queueCounts(at: story.clock.now()).ready } == 0 })
    }
  }

  @Test("A restart sets limits anew; time as returned does not count")
  func restart() throws {
    try Self.limited.play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.wait(.days(1))
      try story.when(frank: .reject)
      try story.wait(.days(10))
      try story.then(.history(.escalated, times: 0), .asks("sam"))
      try story.when(sam: .resubmit)
      try story.then(.due("frank", after: .days(13)))
    }
  }

  @Test("remind: before or after the due time, repeatedly if asked; it never interrupts")
  func reminding() throws {
    try Scenario(
      "- { task: look, assign: { user: ann }, limit: 2 days, remind: [1 day before, every 2 days after] }"
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.wait(.days(1))
      try story.then(.history(.reminded, times: 1), .asks("ann"))
      try story.wait(.days(5))
      try story.then(.history(.reminded, times: 3), .due("ann", after: .days(2)))
      try story.when(ann: .complete)
      try story.then(.status(.approved))
      try story.wait(.days(10))
      try story.then(.history(.reminded, times: 3))
    }
  }

  @Test("Escalated: n stays, each item goes its own way, and the system answers for the overdue")
  func each() throws {
    try Scenario(
      """
      - approval: board
        steps:
          - step: board
            assign: { users: [ann, bob] }
            policy: all
            limit: 1 day
            escalate: [ { assign: { user: sue }, limit: 1 day }, { finally: approve } ]
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.wait(.days(1))
      try story.then(.asks("sue", "sue"), .actsFor("ann", by: "sue"), .actsFor("bob", by: "sue"))
      try story.when(sue: .approve.actingFor("ann"))
      try story.then(.asks("sue"), .status(.inReview))
      try story.wait(.days(1))
      try story.then(.status(.approved), .asksNobody)
    }
  }

  @Test("After downtime each entry of an escalation gets its full limit from now")
  func downtime() throws {
    try Self.limited.play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.downtime(.days(20))
      try story.then(.asks("sue"), .due("sue", after: .days(23)))
      try story.wait(.days(3))
      try story.then(.status(.approved))
    }
  }

  @Test("Limits run on while an instance is stopped, and act on resume")
  func stopped() throws {
    try Scenario(
      """
      - parallel: both
        branches:
          - branch: a
            elements:
              - approval: manager
                steps: [ { step: s, assign: { user: frank }, limit: 2 days, escalate: [ { assign: { user: sue }, limit: 1 day }, { finally: reject } ] } ]
          - { branch: b, elements: [ { task: t, assign: { user: ann } }, { automated: post, run: post } ] }
      """
    ).play { story in
      try story.given(.trip(), .broken("post"))
      try story.when(sam: .submit, ann: .complete)
      try story.wait(.days(4))
      try story.then(.instance(.stopped), .asks("frank"))
      try story.given(.mended("post"))
      try story.when(carol: .resume)
      try story.then(.asks("sue"), .due("sue", after: .days(5)), .ran("post"))
    }
  }

  @Test("A delegated or reassigned item keeps its due time")
  func handedOver() throws {
    try Self.limited.play { story in
      try story.given(.trip())
      try story.when(sam: .submit)
      try story.wait(.hours(5))
      try story.when(frank: .delegate(to: "ann"))
      try story.then(.due("ann", after: .days(2)))
      try story.when(carol: .reassign(to: "bob"))
      try story.then(.due("bob", after: .days(2)))
      try story.wait(.days(2))
      try story.then(.asks("sue"), .actsFor("frank", by: "sue"))
    }
  }

  @Test("Time as returned does not count: working time is left as it was")
  func workingTimeLeft() throws {
    let office =
      "calendars: { office: { default: true, week: { mon-fri: \"09:00-17:00\" } } }"
    try Scenario(
      """
      - parallel: both
        branches:
          - { branch: a, elements: [ { task: look, assign: { user: ann }, limit: 12 hours } ] }
          - { branch: b, elements: [ { task: check, assign: { user: bob } } ] }
      """, organization: office
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, bob: .reject)
      // From Monday at 9:00 to Tuesday at 21:00; twelve hours are left on Wednesday morning.
      try story.wait(.hours(36))
      try story.when(sam: .resubmit)
      try story.then(.due("ann", after: .hours(3 * 24 + 4)))
    }
  }

  @Test("The overdue person of a task is who accepted it; reminders name who holds the item")
  func holders() throws {
    try Scenario(
      """
      - task: look
        assign: { users: [ann, bob] }
        limit: 2 days
        remind: [1 day before]
        escalate: [ { assign: { user: donna }, limit: 1 day }, { finally: reject } ]
      """
    ).play { story in
      try story.given(.trip())
      try story.when(sam: .submit, bob: .accept)
      try story.when(bob: .delegate(to: "kim"))
      try story.wait(.days(1))
      try story.then(.history(.reminded, saying: "kim"))
      try story.wait(.days(1))
      try story.then(.asks("donna"), .actsFor("bob", by: "donna"))
    }
  }
}
