// Every page, by its key and by its name in the palette; delegation and a single step on the way.

import Testing

@Suite("Journeys through the pages", .enabled(if: TmuxScreen.isInstalled, "tmux is not installed"))
struct PageJourneyTests {
  /// The top pages: key, name in the palette, and what their status line begins with.
  static let pages = [
    ("2", "reports", "Reports · "), ("3", "queue", "Queue · "), ("4", "system", "System"),
    ("5", "instances", "Instances · "), ("6", "workflows", "Workflows · "),
    ("7", "notifications", "Notifications · "), ("8", "people", "People · "),
    ("9", "statistics", "Statistics · "), ("0", "messages", "Messages · "),
    ("1", "inbox", "Inbox · "),
  ]

  @Test("every page is reached by its key and by the palette")
  func reached() throws {
    let screen = try TmuxScreen(try Place(), ["demo", "--as", "carol"])
    try screen.wait(for: "Inbox · ", "Carol Dahl")
    for (key, _, title) in Self.pages {
      try screen.press(key)
      try screen.wait(for: " " + title, "Carol Dahl")
    }
    for (_, name, title) in Self.pages {
      try screen.type(":")
      try screen.wait(for: "Action")
      try screen.type(name)
      try screen.wait(forLine: "▌", name)
      try screen.press("Enter")
      try screen.wait(for: " " + title, "Carol Dahl")
      try screen.wait(untilGone: "─ Action ─")
    }
    try screen.press("Q")
    try screen.expectCleanEnd(status: 0)
  }

  @Test("one key on the system page handles one message and tells its way")
  func step() throws {
    let screen = try TmuxScreen(try Place(), ["demo", "--as", "carol"])
    try screen.wait(for: "Inbox · ", "Carol Dahl")
    try screen.press("4")
    try screen.wait(for: "APPLICATION RUNTIME", "WORKFLOW RUNTIME", "QUEUE")
    try screen.press("P")
    try screen.wait(for: "batch job paused by Carol", "job ❚❚")
    try screen.become("Sam Holt")
    try screen.press("2")
    try screen.filter("Spring")
    try screen.wait(forLine: "▌", "Spring meeting", "draft")
    try screen.press("s")
    try screen.wait(for: "It waits: the batch job is paused.")
    try screen.become("Carol Dahl")
    try screen.press("4")
    try screen.wait(for: "1 ready")
    try screen.press("n")
    try screen.wait(for: "workflowStarted", "leaves the queue", "committed")
    try screen.press("P")
    try screen.wait(for: "job ▶", "0 ready")
    try screen.press("Q")
    try screen.expectCleanEnd(status: 0)
  }

  @Test("a standing delegation is set up on the people page and used")
  func delegation() throws {
    let screen = try TmuxScreen.demo(try Place())
    try screen.press("8")
    try screen.wait(for: "Nobody acts for anybody")
    try screen.press("n")
    try screen.wait(for: "elegat")
    try screen.type("Jen Dahl")
    try screen.press("Enter", "Enter", "Enter", "Enter")
    try screen.wait(forLine: "in force", "Frank Berg", "Jen Dahl")
    try screen.press("Q")
    try screen.expectCleanEnd(status: 0)
  }
}
