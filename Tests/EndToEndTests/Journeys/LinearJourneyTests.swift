// The linear mode in a terminal: without a screen, line after line.

import Testing

@Suite("Journeys in linear mode", .enabled(if: TmuxScreen.isInstalled, "tmux is not installed"))
struct LinearJourneyTests {
  @Test("a report is written, submitted, checked and approved in linear mode")
  func submitAndApprove() throws {
    let screen = try TmuxScreen(try Place(), ["demo", "--linear"], columns: 100, rows: 120)
    try screen.wait(for: "The linear mode was asked for.", "Inbox · 7 of 7", "Inbox>")
    try screen.say("person", until: "Number, or a part of the name")
    try screen.say("Sam Holt", until: "You act as Sam Holt now.")
    try screen.say("new", until: "1. Expense report")
    try screen.say("1", until: "Purpose (needed):")
    try screen.say("Visit Randers", until: "Visit Randers")
    try screen.keepFields(until: "Line 1, Date (Enter for no more lines):")
    try screen.say("t", until: "Line 1, Category")
    try screen.say("tr", until: "Line 1, Merchant")
    try screen.say("dsb", until: "Line 1, Amount (needed):")
    try screen.say("340", until: "Line 1, Receipts")
    try screen.say(".save", until: "1 line · 340.00 EUR")
    try screen.say("submit", until: "recalls it")
    try screen.say("person", until: "Act as")
    try screen.say("Ivan Petrov", until: "You act as Ivan Petrov now.")
    try screen.say("inbox", until: "Ivan Petrov · demo")
    try screen.say("/Randers", until: "filter Randers")
    try screen.say("accept 1", until: "Accepted: ER-")
    try screen.say("complete", until: "Completed: ER-")
    try screen.say("person", until: "Act as")
    try screen.say("Frank Berg", until: "You act as Frank Berg now.")
    // The receipts' answer takes effect when it can no longer be taken back.
    _ = try Waiting.until(within: TmuxScreen.patience, every: .milliseconds(500)) {
      try screen.say("/Randers", until: "filter Randers · Frank Berg")
      return try screen.text.contains("1 of 8 · filter Randers · Frank Berg")
    }
    try screen.say("approve 1", until: "Approved: ER-")
    try screen.say("quit", until: "ended with 0")
    try screen.expectCleanEnd(status: 0)
  }

  @Test("a terminal that cannot move its cursor gets the linear mode, told in one sentence")
  func dumb() throws {
    let place = try Place.sample()
    let screen = try TmuxScreen(
      place, ["--store", place.store, "--as", "sam"], variables: ["TERM": "dumb"])
    try screen.wait(for: "cannot move its cursor", "Inbox · 0 of 0", "Inbox>")
    try screen.press("C-d")
    try screen.expectCleanEnd(status: 0)
  }

  @Test("ACCESSIBLE=1 gives the linear mode; Ctrl-C leaves it")
  func accessible() throws {
    let place = try Place.sample()
    let screen = try TmuxScreen(
      place, ["--store", place.store, "--as", "sam"], variables: ["ACCESSIBLE": "1"])
    try screen.wait(for: "ACCESSIBLE is set", "Inbox>")
    try screen.press("C-c")
    try screen.expectCleanEnd(status: 0)
  }

  @Test("the first start asks its three questions in linear mode, too")
  func firstStart() throws {
    let screen = try TmuxScreen(try Place(), ["--linear"])
    try screen.wait(for: "1. Look around", "2. Start my own store", "1, 2 or 3 (Enter leaves):")
    try screen.press("1", "Enter")
    try screen.wait(for: "Inbox · 7 of 7", "Inbox>")
    try screen.type("quit")
    try screen.press("Enter")
    try screen.expectCleanEnd(status: 0)
  }
}

extension TmuxScreen {
  /// Types a line and waits for what comes of it.
  fileprivate func say(
    _ line: String, until text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try type(line)
    try press("Enter")
    try wait(for: text, sourceLocation: sourceLocation)
  }

  /// Keeps what the fields of the header have, one after the other.
  fileprivate func keepFields(until text: String) throws {
    for _ in 0..<30 where try !self.text.contains(text) {
      let before = try self.text
      try press("Enter")
      _ = try Waiting.until(within: Self.patience, every: .milliseconds(40)) {
        try self.text != before
      }
    }
    try wait(for: text)
  }
}
