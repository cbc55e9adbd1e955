// `limit`, `due`, `calendar` and `remind` in files.

import Testing

@testable import Workflow

@Suite struct TimeReadingTests {
  private func read(
    _ yaml: String
  ) -> (limit: TimeLimit?, reminders: [Reminder], findings: [Finding]) {
    let (node, problems) = YAMLReader.read(yaml, file: "w.yaml")
    var outer = MappingReader(
      [], at: SourceLocation(file: "w.yaml", line: 1, column: 1), laterKeys: ["limit", "remind"])
    outer.add(problems)
    var limit: TimeLimit?
    var reminders: [Reminder] = []
    if let node {
      _ = outer.mapping(node, example: "limit: 2 days") { mapping in
        limit = mapping.timeLimit()
        reminders = mapping.reminders()
        return true
      }
    }
    return (limit, reminders, outer.findings)
  }

  @Test("Limits, days, calendars and reminders are read as they are meant")
  func good() {
    let first = read("limit: 2 days\nremind: [1 day before, every 2 hours after]")
    #expect(first.findings.isEmpty, "\(first.findings)")
    #expect(first.limit == TimeLimit(.span(TimeSpan(2, .days))))
    #expect(
      first.reminders == [
        Reminder(TimeSpan(1, .days)),
        Reminder(TimeSpan(2, .hours), isRepeated: true, isAfter: true),
      ])
    let second = read("due: Friday of week 3 of december\ncalendar: office\nremind: 1 day before")
    #expect(second.findings.isEmpty && second.reminders.count == 1)
    #expect(
      second.limit
        == TimeLimit(.day(.friday, week: 3, month: 12), calendar: .named("office")))
    #expect(second.limit?.description == "friday of week 3 of december, calendar office")
    #expect(
      read("due: mon\ncalendar: none").limit
        == TimeLimit(
          .day(.monday, week: nil, month: nil), calendar: .wall))
    #expect(read("{}").limit == nil && read("{}").findings.isEmpty)
  }

  @Test(
    "Mistakes are told with their place and remedy",
    arguments: [
      ("limit: 2 dayz", "1:8 `2 dayz` is no length of time", "`2 days`"),
      ("limit: soon", "1:8 `soon` is no length of time", "limit: 2 days"),
      ("limit: 0 days", "1:8 `0 days` is no length of time", "from 1"),
      ("limit: 999999 days", "1:8 `999999 days` is too long", "hundred years"),
      ("limit: friday", "1:8 `limit` is a length of time", "due: friday"),
      ("due: 2 days", "1:6 `due` is a day", "limit: 2 days"),
      ("due: fridy of week 3", "1:6 `fridy of week 3` is not a day", "`friday`"),
      ("due: friday of week 7", "1:6 `friday of week 7` is not a day", "1 to 5"),
      ("due: [friday]", "1:6 `due` must be a single value", "friday of week 3"),
      ("limit: 2 days\ndue: friday", "2:1 `limit` and `due` exclude each other", "Remove one"),
      ("calendar: office", "1:1 `calendar` says how a limit is counted", "limit: 2 days"),
      ("remind: 1 day before", "1:1 there is no limit to remind of", "limit: 2 days"),
      ("limit: 2 days\nremind: 1 day", "2:9 `1 day` does not say whether", "1 day before"),
      ("limit: 2 days\nremind: [every now]", "2:10 `every now` is no reminder", "1 day before"),
      (
        "limit: 2 days\nremind: [1 day before, 1 day before]",
        "2:24 `1 day before` is there twice", "Remove"
      ),
      ("limit: 2 days\nremind: [[]]", "2:10 `remind` holds single values", "[1 day before]"),
      ("limit: 2 days\nremnd: 1 day before", "2:1 unknown key `remnd`", "`remind`"),
      ("limt: 2 days", "1:1 unknown key `limt`", "`limit`"),
    ])
  func mistakes(yaml: String, place: String, remedy: String) {
    let findings = read(yaml).findings
    #expect(findings.count == 1, "\(findings.map(\.description))")
    #expect(findings.first?.place.hasPrefix(place) == true, "\(findings.map(\.place))")
    #expect(findings.first?.remedy.contains(remedy) == true, "\(findings.map(\.remedy))")
  }

  @Test("A calendar that the organisation does not have is told with the nearest")
  func unknownCalendar() throws {
    let organization = Organization(
      name: "A", currency: .euro, administrators: ["a"], people: [Person(id: "a", name: "A")],
      workingCalendars: Clocks.withOffice)
    let definition = WorkflowDefinition(
      id: "w", title: "W", type: "t", elements: [])
    func findings(_ yaml: String) -> [Finding] {
      var checker = Checker(
        context: CheckContext(organization: organization), definition: definition)
      checker.check(limit: read(yaml).limit)
      return checker.findings
    }
    #expect(findings("limit: 1 day\ncalendar: office").isEmpty)
    #expect(findings("limit: 1 day\ncalendar: none").isEmpty)
    #expect(findings("limit: 1 day").isEmpty)
    let found = findings("limit: 1 day\ncalendar: ofice")
    #expect(found.map(\.place) == ["2:11 unknown calendar `ofice`"])
    #expect(found.first?.remedy == "Did you mean `office`?")
  }

  @Test("Working hours are hours with a calendar: the remedy says how to write it")
  func workingHours() {
    for (words, span) in [("8 working hours", "8 hours"), ("3 business days", "3 days")] {
      let found = read("limit: \(words)").findings
      #expect(found.map(\.message) == ["`\(words)` is no length of time"])
      #expect(found.first?.remedy.hasPrefix("Write `limit: \(span)`: hours and days are") == true)
      #expect(found.first?.remedy.contains("`calendar: office`") == true)
    }
  }
}
