// Queues, calendars, delegations and the files that an organisation names.

import Testing
import Workflow

@Suite struct StructureTests {
  private static let head = """
    organization: Example Ltd
    time-zone: Europe/Copenhagen
    currency: EUR
    administrators: [carol]
    users:
      - { id: carol, name: Carol }
      - { id: hans, name: Hans }
      - { id: frank, name: Frank }

    """
  private static let week = "week: { mon-fri: \"09:00-17:00\" }"

  private func parse(
    _ more: String, files: [String: NamedFile] = [:], file: String = "o.yaml"
  ) -> (organization: Organization?, findings: [Finding]) {
    Organization.parse(
      Self.head + more, file: file, files: files, types: ["expense-report"],
      workflows: ["expense-approval"])
  }

  @Test("The example of SPEC 13 is read as it is meant")
  func example() throws {
    let (parsed, findings) = parse(
      """
      queues:
        budget: { members: [hans, hans], administrators: [carol], status: active }
        board: { title: The board, members: [frank], status: on-hold }
        by-size: { rules: [ { when: total > 10000, queue: board } ], otherwise: budget }
      calendars:
        office: { default: true, week: { mon-thu: "09:00-17:00", fri: "09:00-15:00" }, holidays: holidays.ics }
        night: { week: { sat-mon: ["0:00-06:00", "22:00-24:00"], wednesday: "08:00-12:00, 13:00-17:00" }, time-zone: UTC, holidays: [2026-12-24, more/eve.ics] }
      delegations:
        - { from: frank, to: hans, scope: all, start: 2026-12-20, end: 2027-01-03 }
        - { from: frank, to: carol, scope: { type: expense-report } }
        - { from: hans, to: carol, scope: { workflow: expense-approval } }
      rates: rates.csv
      """,
      files: [
        "holidays.ics": .text(
          "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261225\nEND:VEVENT\nEND:VCALENDAR"),
        "more/eve.ics": .text(
          "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261231\nEND:VEVENT\nEND:VCALENDAR"),
        "rates.csv": .text("date,currency,rate\n2026-01-01,DKK,0.134\n2026-07-01,DKK,0.135\n"),
        "unused.txt": .text("x"),
      ])
    #expect(findings.isEmpty, "\(findings)")
    let organization = try #require(parsed)
    let budget = try #require(organization.queues["budget"])
    #expect(budget.members == ["hans"] && budget.administrators == ["carol"])
    #expect(budget.status == .active && budget.title == "budget")
    #expect(organization.queues["board"]?.status == .onHold)
    #expect(organization.queues["board"]?.title == "The board")
    let rules = try #require(organization.queueRules["by-size"])
    #expect(rules.otherwise == "budget" && rules.rules.map(\.queue) == ["board"])
    #expect(rules.rules.first?.when.source == "total > 10000")

    let calendars = organization.workingCalendars
    #expect(calendars.usual == "office" && calendars.zone.identifier == "Europe/Copenhagen")
    let office = try #require(calendars.calendar(.usual))
    #expect(office.week[.friday]?.map(\.description) == ["09:00-15:00"])
    #expect(office.week[.saturday] == nil && office.zone == calendars.zone)
    #expect(office.holidays.keys.map(\.iso8601) == ["2026-12-25"])
    let night = try #require(calendars.calendar(.named("night")))
    #expect(night.week[.sunday]?.map(\.description) == ["00:00-06:00", "22:00-24:00"])
    #expect(night.week[.wednesday]?.map(\.description) == ["08:00-12:00", "13:00-17:00"])
    #expect(Set(night.week.keys) == [.saturday, .sunday, .monday, .wednesday])
    #expect(night.holidays.keys.sorted().map(\.iso8601) == ["2026-12-24", "2026-12-31"])
    #expect(night.zone.identifier == "UTC")

    #expect(organization.delegations.count == 3)
    #expect(organization.delegations[0].start?.iso8601 == "2026-12-20")
    #expect(organization.delegations[0].end?.iso8601 == "2027-01-03")
    #expect(
      organization.delegations.map(\.scope) == [
        .all, .type("expense-report"), .workflow("expense-approval"),
      ])
    let day = try #require(Day(iso8601: "2026-06-30"))
    #expect(organization.rates.rate(of: try #require(Currency(code: "DKK")), on: day) == 0.134)
    #expect(Set(organization.files.keys) == ["holidays.ics", "more/eve.ics", "rates.csv"])
  }

  @Test("Random changes of a good file never crash")
  func mutations() {
    let text =
      Self.head + """
        queues:
          budget: { members: [hans], administrators: [carol], status: on-hold }
          by-size: { rules: [ { when: total > 10000, queue: budget } ], otherwise: budget }
        calendars:
          office: { default: true, week: { mon-thu: "09:00-12:00, 13:00-17:00" }, holidays: [h.ics] }
        delegations: [ { from: frank, to: hans, scope: { type: a }, end: 2027-01-03 } ]
        rates: r.csv
        """
    let calendar = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261224\nEND:VEVENT\nEND:VCALENDAR"
    let rates = "date,currency,rate\n2026-01-01,DKK,0.134\n\"2026-01-02\";DKK,1"
    var state: UInt64 = 5
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let alphabet = Array("{}[]:-,;\"' \n#a09é".utf8)
    func changed(_ text: String) -> String {
      var bytes = Array(text.utf8)
      for _ in 0..<3 { bytes[next(bytes.count)] = alphabet[next(alphabet.count)] }
      return String(decoding: bytes, as: UTF8.self)
    }
    for _ in 0..<200 {
      let (organization, found) = Organization.parse(
        changed(text), file: "o.yaml",
        files: ["h.ics": .text(changed(calendar)), "r.csv": .text(changed(rates))])
      #expect((organization == nil) == found.contains { $0.severity == .error })
    }
  }

  @Test("The files that an organisation names are told before they are read")
  func namedFiles() {
    let yaml =
      Self.head + """
        calendars:
          a: { \(Self.week), holidays: [x.ics, 2026-12-24, y.ics] }
          b: { \(Self.week), holidays: x.ics }
          c: { \(Self.week), holidays: ../z.ics }
        rates: rates.csv
        """
    #expect(Organization.namedFiles(in: yaml) == ["rates.csv", "x.ics", "y.ics"])
    #expect(Organization.namedFiles(in: Self.head) == [])
    #expect(Organization.namedFiles(in: "{") == [])
  }

  @Test(
    "Mistakes are told with their place and remedy",
    arguments: [
      ("queues: { a: { members: [hns] } }", "9:26 unknown user `hns`", "`hans`"),
      ("queues: { a: { members: hans } }", "9:25 `members` must be a list", "[hans]"),
      ("queues: { a: {} }", "9:14 `members` is missing", "[hans]"),
      ("queues: { a: { members: [hans], stats: active } }", "9:33 unknown key `stats`", "`status`"),
      ("queues: { a: { members: [hans], status: hold } }", "9:41 unknown word `hold`", "on-hold"),
      ("queues: { a: { members: [hans], administrators: [x9] } }", "9:50 unknown user", "Add"),
      ("queues: [a]", "9:9 `queues` must be a mapping", "budget"),
      (
        "queues: { a: { members: [hans] }, r: { rules: [ { when: x > 1, queue: b1 } ], otherwise: a } }",
        "9:71 unknown queue `b1`", "queues: { b1"
      ),
      (
        "queues: { alpha: { members: [hans] }, r: { rules: [], otherwise: alpa } }",
        "9:66 unknown queue `alpa`", "`alpha`"
      ),
      (
        "queues: { a: { members: [hans] }, r: { rules: [], otherwise: r } }",
        "9:62 `r` chooses by rules itself", "with members"
      ),
      (
        "queues: { a: { members: [hans] }, r: { rules: [ { when: '>', queue: a } ], otherwise: a } }",
        "9:58 `when` is not an expression", "total > 100"
      ),
      (
        "queues: { a: { members: [hans] }, r: { rules: [ { queue: a } ], otherwise: a } }",
        "9:49 `when` is missing", "total > 100"
      ),
      ("queues: { r: { rules: [] } }", "9:14 `otherwise` is missing", "otherwise: budget"),
      (
        "queues: { a: { members: [hans] }, r: { rules: [], members: [hans], otherwise: a } }",
        "9:51 unknown key `members`", "known here"
      ),
      ("delegations: { a: 1 }", "9:14 `delegations` must be a list", "from: frank"),
      ("delegations: [ { from: frank } ]", "9:16 `to` is missing", "to: ann"),
      ("delegations: [ { from: frank, to: hns } ]", "9:35 unknown user `hns`", "`hans`"),
      ("delegations: [ { from: hans, to: hans } ]", "9:34 nobody delegates to themselves", "else"),
      (
        "delegations: [ { from: frank, to: hans, start: 2026-02-30 } ]",
        "9:48 `2026-02-30` is not a day", "start:"
      ),
      (
        "delegations: [ { from: frank, to: hans, start: 2026-02-03, end: 2026-02-02 } ]",
        "9:65 the end is before the start", "Mend"
      ),
      (
        "delegations: [ { from: frank, to: hans, scope: some } ]",
        "9:48 `some` is not what can be delegated", "`all`"
      ),
      (
        "delegations: [ { from: frank, to: hans, scope: {} } ]",
        "9:48 a scope names either a type or a workflow", "type: expense-report"
      ),
      (
        "delegations: [ { from: frank, to: hans, scope: { type: a, workflow: b } } ]",
        "9:48 a scope names either a type or a workflow", "type: expense-report"
      ),
      (
        "delegations: [ { from: frank, to: hans, scope: { typ: a } } ]",
        "9:50 unknown key `typ`", "`type`"
      ),
      ("delegations: [ { form: frank, to: hans } ]", "9:18 unknown key `form`", "`from`"),
      ("calendars: { a: {} }", "9:17 `week` is missing", "mon-thu"),
      ("calendars: { a: { week: {} } }", "9:25 the calendar has no working hours", "mon-thu"),
      ("calendars: { a: { week: { mon: [] } } }", "9:25 the calendar has no working", "mon-thu"),
      ("calendars: { a: { week: weekdays } }", "9:25 `week` must be a mapping", "mon-thu"),
      ("calendars: { a: { week: { mo: \"1:00-2:00\" } } }", "9:27 `mo` is no day of", "mon-thu"),
      (
        "calendars: { a: { week: { mondai: \"1:00-2:00\" } } }", "9:27 `mondai` is no day",
        "`monday`"
      ),
      (
        "calendars: { a: { week: { mon-wed: \"1:00-2:00\", tue: \"1:00-2:00\" } } }",
        "9:49 tuesday is there twice", "Remove"
      ),
      ("calendars: { a: { week: { mon: 9-17 } } }", "9:32 `9-17` are no hours", "09:00-17:00"),
      (
        "calendars: { a: { week: { mon: \"22:00-06:00\" } } }",
        "9:32 `22:00-06:00` ends before it begins", "24:00"
      ),
      (
        "calendars: { a: { week: { mon: \"9:00-24:01\" } } }", "9:32 `9:00-24:01` are no hours",
        "09:00-17:00"
      ),
      (
        "calendars: { a: { week: { mon: \"9:00-12:00,11:00-13:00\" } } }",
        "9:32 11:00-13:00 and 09:00-12:00 overlap", "Join"
      ),
      ("calendars: { none: { \(week) } }", "9:14 `none` cannot be the name", "another name"),
      (
        "calendars: { a: { default: true, \(week) }, b: { default: true, \(week) } }",
        "9:75 `a` is the default already", "one of the calendars"
      ),
      (
        "calendars: { a: { \(week), time-zone: Mars/Olympus } }", "9:64 unknown time zone",
        "Europe/Copenhagen"
      ),
      (
        "calendars: { a: { \(week), holidays: 2026-13-01 } }",
        "9:63 `2026-13-01` is not a day of the calendar", "2026-12-24"
      ),
      ("calendars: { a: { \(week), holiday: x.ics } }", "9:53 unknown key `holiday`", "`holidays`"),
      (
        "calendars: { a: { \(week), holidays: x.ics } }", "9:63 `x.ics` cannot be read",
        "beside this file"
      ),
      (
        "calendars: { a: { \(week), holidays: /etc/passwd } }",
        "9:63 `/etc/passwd` is no file beside this one", "same folder"
      ),
      (
        "calendars: { a: { \(week), holidays: gone.ics } }",
        "9:63 `gone.ics` cannot be read: there is no such file", "beside this file"
      ),
      (
        "calendars: { a: { \(week), holidays: large.ics } }",
        "9:63 `large.ics` is larger than 4 MiB", "not used"
      ),
      ("rates: bad.csv", "2:12 unknown currency `DKR`", "ISO 4217"),
    ] as [(String, String, String)])
  func mistakes(more: String, place: String, remedy: String) {
    let files: [String: NamedFile] = [
      "gone.ics": .unreadable("there is no such file"),
      "large.ics": .text(String(repeating: "x", count: NamedFile.greatestSize + 1)),
      "bad.csv": .text("date,currency,rate\n2026-01-01,DKR,1\n"),
    ]
    let (organization, findings) = parse(more, files: files)
    #expect(organization == nil)
    #expect(findings.count == 1, "\(findings.map(\.description))")
    #expect(findings.first?.place.hasPrefix(place) == true, "\(findings.map(\.place))")
    #expect(findings.first?.remedy.contains(remedy) == true, "\(findings.map(\.remedy))")
  }

  @Test("What would have no effect is a warning, and the organisation can be used")
  func warnings() {
    let (organization, findings) = parse(
      """
      queues: { a: { members: [] }, b: { members: [], status: inactive } }
      delegations:
        - { from: frank, to: hans, scope: { type: expense-reprt } }
        - { from: frank, to: hans, scope: { workflow: other } }
      """)
    #expect(organization != nil)
    #expect(findings.allSatisfy { $0.severity == .warning })
    #expect(
      findings.map(\.place) == [
        "9:25 the queue `a` has no members: nobody could accept its items",
        "11:45 unknown document type `expense-reprt`", "12:49 unknown workflow `other`",
      ])
    #expect(findings.dropFirst().first?.remedy == "Did you mean `expense-report`?")
  }

  @Test("Findings in a named file come after those of the organisation, with their own place")
  func findingsOfFiles() {
    let (_, findings) = parse(
      "rates: a.csv\nqueus: {}", files: ["a.csv": .text("date,currency,rate\nmonday,DKK,1")],
      file: "some/o.yaml")
    #expect(findings.map { $0.location.description } == ["some/o.yaml:10:1", "some/a.csv:2:1"])
  }

  @Test(
    "A file of rates is read with its columns in any order; mistakes are told with their place",
    arguments: [
      ("", "1:1 the file holds no rates"), ("date,rate\n", "1:1 the column `currency` is missing"),
      ("date,currency,rate\n2026-01-01,DKK", "2:1 the line has too few cells"),
      ("date,currency,rate\nmonday,DKK,1", "2:1 `monday` is not a day"),
      ("date,currency,rate\n2026-01-01,DKK,-1", "2:16 `-1` is no rate"),
      ("date;currency;rate\n2026-01-01;DKK;0,13", "2:16 `0,13` is no rate"),
      (
        "date,currency,rate\n2026-01-01,DKK,1\n\n2026-01-01,DKK,2",
        "4:1 the rate of DKK from 2026-01-01 is there twice"
      ),
      ("\u{FEFF}Rate; Currency ;DATE;note\r\n\"0.13\"; DKK ;2026-01-01;x\r\n", ""),
    ])
  func rates(text: String, place: String) throws {
    let (organization, findings) = parse("rates: a.csv", files: ["a.csv": .text(text)])
    #expect(findings.map(\.place).joined().hasPrefix(place), "\(findings)")
    if place.isEmpty {
      let day = try #require(Day(iso8601: "2026-01-01"))
      let dkk = try #require(Currency(code: "DKK"))
      #expect(try #require(organization).rates.rate(of: dkk, on: day)?.description == "0.13")
      #expect(try #require(organization).rates.rate(of: dkk, on: day.adding(days: -1)) == nil)
    } else {
      #expect(organization == nil)
    }
  }
}
