// Twenty thousand documents of one person, on the screen.

import ApplicationRuntime
import SQLiteStore
import Testing
import Workflow
import WorkflowRuntime

@Suite(
  "Journeys through a long list", .enabled(if: TmuxScreen.isInstalled, "tmux is not installed"))
struct LongListJourneyTests {
  private static let count = 20_000

  /// A store in which Sam has very many drafts: `Trip 1` is the oldest.
  private func many() throws -> Place {
    let place = try Place.sample()
    let store = try SQLiteStore.open(at: place.store)
    for first in stride(from: 1, through: Self.count, by: 1_000) {
      try store.write { transaction in
        for number in first..<first + 1_000 {
          // Before anything that the sample store has.
          let at = Timestamp(microseconds: Int64(946_684_800 + number) * 1_000_000)
          try transaction.insert(
            StoredDocument(
              id: DocumentID("TRIP-\(number)"), type: "expense-report", title: "Trip \(number)",
              originator: "sam", fields: #"{"purpose":"Trip \#(number)"}"#, lines: "[]",
              createdAt: at, changedAt: at), fingerprints: [])
        }
      }
    }
    try store.close()
    return place
  }

  @Test("any place of it is a key away, it is filtered and sorted as a whole, and stays live")
  func journey() throws {
    let place = try many()
    let screen = try TmuxScreen(place, ["--store", place.store, "--as", "sam"])
    try screen.wait(for: "Inbox")
    try screen.press("2")
    try screen.wait(forLine: "▌", "Trip 20000")
    try screen.press("G")
    try screen.wait(forLine: "▌", "TRIP-1 ", "Trip 1 ")
    try screen.press("k", "k")
    try screen.wait(forLine: "▌", "Trip 3 ")

    let made = try place.run(["report", "new", "purpose=Visit", "--as", "sam"])
    try #require(made.status == 0, "\(made.errors)")
    try screen.wait(for: "1 new above")
    try screen.wait(forLine: "▌", "Trip 3 ")

    try screen.filter("title:777")
    try screen.wait(for: "38 of 20001")
    try screen.wait(forLine: "▌", "Trip 19777")
    try screen.press("G")
    try screen.wait(forLine: "▌", "Trip 777 ")
    try screen.press("Escape")
    try screen.wait(for: "20001 of 20001")
    try screen.wait(forLine: "▌", "Trip 777 ")
    try screen.filter("nothing-like-this")
    try screen.wait(for: "Nothing passes the filter. Looked at 20001 rows.")
    try screen.press("Escape")
    try screen.wait(for: "20001 of 20001")

    try screen.press("o")
    try screen.wait(for: "Sort by")
    try screen.type("title")
    try screen.press("Enter")
    // The cursor stays on its row, which is the last one now.
    try screen.wait(forLine: "▌", "Visit")
    try screen.wait(for: "Title ▲", "Trip 9999")
    try screen.press("g")
    try screen.wait(forLine: "▌", "Trip 1 ")
    try screen.press("j")
    try screen.wait(forLine: "▌", "Trip 10 ")
    try screen.press("q")
    try screen.expectCleanEnd(status: 0)
  }
}
