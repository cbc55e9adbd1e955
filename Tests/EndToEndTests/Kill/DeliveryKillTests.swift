// A process that is killed while it delivers: between the attempt that it recorded and the end.

import ApplicationRuntime
import Foundation
import SQLiteStore
import Testing
import Workflow

@Suite("A kill in the middle of a delivery", .serialized)
struct DeliveryKillTests {
  private static let patience = Duration.seconds(120)

  /// Writes its key down; the first one ends the process that started it, as a power cut would.
  private static let program = """
    #!/bin/sh
    echo "$COUNTERSIGN_KEY" >> "DIR/keys"
    if mkdir "DIR/first" 2>/dev/null; then kill -9 $PPID; fi
    """

  private func keys(_ place: Place) -> [String] {
    let text = (try? String(contentsOfFile: place.folder + "/keys", encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }

  @Test("A delivery whose process was killed is run again with the same idempotency key")
  func killed() throws {
    let place = try Place.sample()
    let script = try place.file("deliver", Self.program.replacing("DIR", with: place.folder))
    chmod(script, 0o700)
    let organization = try String(
      contentsOf: Repository.root.appendingPathComponent("Resources/organization.yaml"),
      encoding: .utf8)
    let file = try place.file(
      "o.yaml", organization + "\nnotifications: { command: { run: [\(script)] } }\n")
    let loaded = try place.run("organization", "load", file, "--yes", "--as", "carol")
    try #require(loaded.status == 0, "\(loaded.errors)")
    let made = try place.ask(
      "report", "new", "--file", "-", "--as", "sam",
      input: """
        {"purpose":"Visit","costCenter":"4100","lines":[{"date":"2026-03-01","category":"travel",\
        "merchant":"DSB","amount":"340.00","receipts":["r.pdf"]}]}
        """)
    let id = try #require(made.item["id"]?.string)
    try place.run("submit", id, "--as", "sam", "--no-run")

    let first = try place.start("first-worker", ["worker", "--as", "carol"])
    #expect(first.waitForEnd(within: Self.patience) == 1000 + SIGKILL)
    let killing = try #require(keys(place).first)

    let second = try place.start("second-worker", ["worker", "--as", "carol"])
    let store = try SQLiteStore.open(at: place.store)
    // Its end is recorded as well: one that is stopped before that is handed over once more.
    let wasRunAgain = try Waiting.until(within: Self.patience) {
      try keys(place).filter { $0 == killing }.count == 2
        && store.read { try $0.nextDeliveryTime() } == nil
    }
    try store.close()
    #expect(wasRunAgain, "\(keys(place))")
    second.send(SIGTERM)
    #expect(second.waitForEnd(within: Self.patience) == 0)

    // Nothing is left, and nothing was handed over a third time.
    try place.run("queue", "run", "--as", "carol")
    let seen = Dictionary(grouping: keys(place)) { $0 }.mapValues(\.count)
    #expect(seen[killing] == 2 && seen.values.allSatisfy { $0 <= 2 }, "\(seen)")
    #expect(try place.run("verify", "--as", "carol").status == 0)
  }
}
