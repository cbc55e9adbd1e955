// However the program is left, the terminal is as it was before.

import Foundation
import Testing

@Suite("Journeys of leaving", .enabled(if: TmuxScreen.isInstalled, "tmux is not installed"))
struct LeavingJourneyTests {
  /// A way to leave, and the status that the shell then sees.
  enum Way: String, CaseIterable, Sendable {
    case key, interrupt, terminate, hangup, crash

    var status: Int {
      switch self {
      case .key, .interrupt: 0
      case .terminate, .hangup: 130
      case .crash: 128 + Int(SIGSEGV)
      }
    }
  }

  @Test("the terminal's modes are the same before and after", arguments: Way.allCases)
  func leaving(way: Way) throws {
    let place = try Place.sample()
    let screen = try TmuxScreen(
      place, ["--store", place.store, "--as", "sam"],
      variables: ["SWIFT_BACKTRACE": "enable=no"])
    try screen.wait(for: "Inbox · 0 of 0", "Sam Holt", "job ▶")
    #expect(try screen.modes == "1 0 1")
    let program = try #require(try screen.program())
    switch way {
    case .key: try screen.press("q")
    case .interrupt: try screen.press("C-c")
    case .terminate: kill(program, SIGTERM)
    case .hangup: kill(program, SIGHUP)
    case .crash: kill(program, SIGSEGV)
    }
    try screen.expectCleanEnd(status: way.status)
  }

  @Test("so they are in linear mode", arguments: Way.allCases)
  func leavingLines(way: Way) throws {
    let place = try Place.sample()
    let screen = try TmuxScreen(
      place, ["--store", place.store, "--as", "sam", "--linear"],
      variables: ["SWIFT_BACKTRACE": "enable=no"])
    try screen.wait(for: "Inbox · 0 of 0", "Inbox>")
    let program = try #require(try screen.program())
    switch way {
    case .key:
      try screen.type("quit")
      try screen.press("Enter")
    case .interrupt: try screen.press("C-c")
    case .terminate: kill(program, SIGTERM)
    case .hangup: kill(program, SIGHUP)
    case .crash: kill(program, SIGSEGV)
    }
    try screen.expectCleanEnd(status: way.status)
  }

  @Test("an answer that is held when the last screen is left is told of")
  func heldAnswer() throws {
    let place = try Place.sample()
    let lines = try place.file(
      "lines.csv",
      """
      report,purpose,cost-center,date,category,merchant,amount,currency
      fair,Spring fair,4200,2026-03-02,travel,Air France,412.80,EUR

      """)
    for command in [
      ["report", "import", lines, "--as", "sam"], ["submit", "ER-000001", "--as", "sam"],
    ] {
      let ran = try place.run(command)
      try #require(ran.status == 0, "\(ran.errors)")
    }
    let screen = try TmuxScreen(place, ["--store", place.store, "--as", "ivan"])
    try screen.wait(forLine: "▌", "Spring fair")
    try screen.press("+")
    try screen.wait(for: "- release", "· task ─")
    try screen.press("c")
    try screen.wait(for: "Completed:", "Takes effect in")
    try screen.press("q")
    try screen.wait(for: "1 answer takes effect when a batch job runs")
    try screen.expectCleanEnd(status: 0)
  }

  @Test("a report that is being written survives any size of the screen, and its end")
  func resizing() throws {
    let place = try Place.sample()
    let screen = try TmuxScreen(place, ["--store", place.store, "--as", "sam"])
    try screen.wait(for: "Inbox · 0 of 0", "Sam Holt")
    try screen.press("n")
    try screen.wait(for: "Expense report", "Purchase requisition")
    try screen.press("Enter")
    try screen.wait(for: "EDIT", "purpose is missing")
    try screen.type("Sizes")
    for (columns, rows) in [(60, 15), (140, 45), (20, 5), (300, 100), (50, 10)] {
      try screen.resize(columns: columns, rows: rows)
    }
    try screen.wait(for: "Needs 60 by 15")
    try screen.resize(columns: 120, rows: 40)
    try screen.wait(for: "EDIT", "Sizes", "F1 help")
    // Still in the cell: what is typed goes on.
    try screen.type(" of all kinds")
    try screen.resize(columns: 80, rows: 24)
    try screen.wait(for: "Sizes of all kinds", "F1 help")
    try screen.press("Enter")
    try screen.wait(for: "saved ", "needs at least one line")
    try screen.press("C-c")
    try screen.expectCleanEnd(status: 0)
    let reports = try place.ask("report", "list", "--as", "sam")
    #expect(reports.items.map { $0["title"]?.string } == ["Sizes of all kinds"])
  }
}
