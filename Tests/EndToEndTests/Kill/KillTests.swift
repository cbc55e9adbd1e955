// Two hundred reports, worked through by processes that are killed at random moments.

import Foundation
import Testing
import Workflow

@Suite("Killed processes", .serialized)
struct KillTests {
  /// `COUNTERSIGN_KILLS` and `COUNTERSIGN_SEED` of the environment; the seed is printed.
  private static let kills = number("COUNTERSIGN_KILLS") ?? 9
  private static let seed =
    number("COUNTERSIGN_SEED").map { UInt64($0) } ?? .random(in: 0...999_999)

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  @Test("whatever is killed whenever: each report ends right, each effect is there once")
  func kills() throws {
    print("kill test: \(Self.kills) kills, seed \(Self.seed)")
    var random = SeededRandom(seed: Self.seed)
    let plans = (0..<200).map { ReportPlan(number: $0, random: &random) }
    let place = try Place.sample()
    var killing = Killing(place: place, random: random)
    let third = Self.kills / 3

    // Only posted, in portions, each worked off in small commits by a worker.
    try place.run("queue", "set", "--batch-size", "1", "--as", "carol")
    var refused: [String] = []
    var leftWork = 0
    let portion = (plans.count + third - 1) / max(1, third)
    for start in stride(from: 0, to: plans.count, by: portion) {
      let lines = plans[start..<min(start + portion, plans.count)].flatMap(\.beginning)
      refused += try killing.batch(lines, options: ["--no-run"], kills: 1)
      try killing.worker(kills: 1)
      if try hasWork(place) { leftWork += 1 }
    }
    print("kill test: \(leftWork) workers left work behind")
    #expect(leftWork > 0)
    try place.run("queue", "set", "--batch-size", "250", "--as", "carol")
    try finish(place)
    refused += try killing.batch(
      plans.flatMap(\.answers), options: [], kills: Self.kills - killing.killed)
    // Where the machine was faster than the killer, the rest finds little to do.
    try killing.worker(kills: max(0, Self.kills - killing.killed))
    try finish(place)
    print("kill test: \(killing.killed) killed at work, \(killing.missed) had ended before")
    #expect(refused.isEmpty, "\(refused.prefix(5))")
    #expect(killing.killed >= Self.kills)

    let audit = try StoreAudit(path: place.store)
    let ends = Dictionary(uniqueKeysWithValues: plans.map { ($0.id, $0.end) })
    #expect(audit.statuses == ends)
    try audit.checkJournal(paid: Set(plans.filter(\.isPaid).map(\.id)))
    audit.checkHistory()
    audit.checkNothingTwice()
    audit.checkQueueIsEmpty()
    let waiting = Set(plans.filter { $0.course == .rejected }.map(\.id))
    #expect(Set(audit.unfinished.map(\.document.rawValue)) == waiting)
    try checkLedger(place, entries: audit.journal.count)
  }

  private func hasWork(_ place: Place) throws -> Bool {
    let queue = try place.ask("status", "--as", "carol").item["queue"]
    return queue?["ready"]?.integer ?? 0 > 0
  }

  /// Runs what is due. A message that happened to be in hand in three killed processes in a row
  /// is stopped by rule, and resumed here.
  private func finish(_ place: Place) throws {
    let ran = try place.ask("queue", "run", "--as", "carol")
    try #require(ran.status == 0, "\(ran.errors)")
    let resumed = try place.ask(
      "instance", "resume", "--where", "error=processes ended", "--as", "carol")
    let count = resumed.items.count + (resumed.item.isNull ? 0 : 1)
    if count > 0 { print("kill test: \(count) messages ended three processes, resumed") }
  }

  /// The ledger file is the journal, and bringing it up to date again adds nothing.
  private func checkLedger(_ place: Place, entries: Int) throws {
    let ledger = place.folder + "/ledger.journal"
    let first = try place.ask("report", "export", "--ledger", ledger, "--as", "carol")
    #expect(first.item["entries"] == .integer(Int64(entries)))
    let bytes = try place.bytes(ledger)
    let again = try place.ask("report", "export", "--ledger", ledger, "--as", "carol")
    #expect(again.item["entries"] == 0)
    #expect(try place.bytes(ledger) == bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    for number in 1...entries { #expect(text.contains(" (\(number)) KILL-")) }
  }
}
