// Stopped for a while, left without a word, or by a key: nothing stays behind.

import Foundation
import Testing

@Suite("Journeys of stopping", .enabled(if: TmuxScreen.isInstalled, "tmux is not installed"))
struct StopJourneyTests {
  @Test("Ctrl-Z gives terminal and batch job back, and fg takes both again")
  func suspended() throws {
    let place = try Place.sample()
    let screen = try TmuxScreen(
      place, ["--store", place.store, "--as", "sam"], hasJobControl: true)
    try screen.wait(for: "Inbox · 0 of 0", "Sam Holt", "job ▶")
    #expect(try screen.modes == "1 0 1")
    try screen.press("C-z")
    try screen.wait(for: "stopped, Enter goes on")
    #expect(try screen.modes == "0 1 0")
    #expect(
      try place.bytes(place.folder + "/modes-stopped")
        == place.bytes(place.folder + "/modes-before"))
    // Another process runs the batch job meanwhile.
    let lines = try place.file("one.csv", Self.report)
    #expect(try place.run("report", "import", lines, "--as", "sam").status == 0)
    let submitted = try place.ask("submit", "ER-000001", "--as", "sam")
    #expect(submitted.status == 0)
    #expect(try place.ask("inbox", "--as", "ivan").items.count == 1)
    try screen.press("Enter")
    try screen.wait(for: "Inbox · 0 of 0", "Sam Holt", "job ▶")
    #expect(try screen.modes == "1 0 1")
    try screen.press("2")
    try screen.wait(forLine: "Spring fair", "in review")
    try screen.press("Q")
    try screen.expectCleanEnd(status: 0)
  }

  @Test(
    "a terminal that is closed ends the program, and its locks are free", arguments: [true, false])
  func closed(isLinear: Bool) throws {
    let place = try Place.sample()
    let screen = try TmuxScreen(
      place, ["--store", place.store, "--as", "sam"] + (isLinear ? ["--linear"] : []))
    try screen.wait(for: "Inbox · 0 of 0", isLinear ? "Inbox>" : "job ▶")
    let program = try #require(try screen.program())
    try screen.close()
    #expect(
      Waiting.until(within: TmuxScreen.patience, every: .milliseconds(20)) {
        !TmuxScreen.isRunning(program)
      })
    let lines = try place.file("one.csv", Self.report)
    #expect(try place.run("report", "import", lines, "--as", "sam").status == 0)
    #expect(try place.run("submit", "ER-000001", "--as", "sam").status == 0)
    #expect(try place.ask("inbox", "--as", "ivan").items.count == 1)
    #expect(try place.run("verify", "--as", "carol").status == 0)
    let left = try FileManager.default.contentsOfDirectory(
      atPath: (place.store as NSString).deletingLastPathComponent)
    #expect(!left.contains { $0.hasSuffix(".tmp") || $0.contains("new-") })
  }

  @Test("Esc goes back page by page and never quits; q does on a top page, Q everywhere")
  func backwards() throws {
    let place = try Place()
    let screen = try TmuxScreen.demo(place)
    try screen.press("Enter")
    try screen.wait(for: "Inbox › ER-", "VIEW")
    try screen.press("v")
    try screen.wait(for: "● submitted", "▶ manager")
    // Back the way one came: from the flow to the document, and then to the list.
    try screen.press("Escape")
    try screen.wait(for: "Inbox › ER-", "VIEW")
    try screen.press("Escape")
    try screen.wait(for: "Inbox · 7 of 7")
    try screen.press("Enter")
    try screen.wait(for: "Inbox › ER-", "VIEW")
    try screen.press("q")
    try screen.wait(for: "Inbox · 7 of 7")
    try screen.press("Enter")
    try screen.wait(for: "Inbox › ER-", "VIEW")
    try screen.press("Q")
    try screen.expectCleanEnd(status: 0)
  }

  /// A report of one line.
  private static let report = """
    report,purpose,cost-center,date,category,merchant,amount,currency
    fair,Spring fair,4200,2026-03-02,travel,Air France,412.80,EUR

    """
}
