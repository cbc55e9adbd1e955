// Properties of the whole workflow language, under a seed.

import Foundation
import Testing
import WorkflowRuntime

/// `COUNTERSIGN_STEPS=100000 swift test --filter LanguagePropertyTests` runs long;
/// `COUNTERSIGN_SEED=17` runs one seed alone, `COUNTERSIGN_WALK=200` lets each go so far.
@Suite struct LanguagePropertyTests {
  private static let stepsPerSeed = Int(number("COUNTERSIGN_WALK") ?? 25)

  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }

  @Test(
    "Any workflow that passes checking can always end, offers what it does, and replays from history"
  )
  func everyWorkflowEnds() {
    let first = Self.number("COUNTERSIGN_SEED")
    let steps = Int(Self.number("COUNTERSIGN_STEPS") ?? 750)
    let seeds = first.map { $0...$0 } ?? 1...UInt64(max(1, steps / Self.stepsPerSeed))
    var failures = 0
    var events: Set<HistoryEvent> = []
    for seed in seeds where failures < 5 {
      guard let report = Self.failure(of: seed, &events) else { continue }
      failures += 1
      Issue.record(
        """
        seed \(seed): \(report)
        replay: COUNTERSIGN_WALK=\(Self.stepsPerSeed) COUNTERSIGN_SEED=\(seed) swift test --filter LanguagePropertyTests
        """)
    }
    guard first == nil, failures == 0 else { return }
    let expected = steps < 5_000 ? Self.usual : Self.usual.union(Self.rare)
    #expect(events.isSuperset(of: expected), "never: \(expected.subtracting(events))")
  }

  /// What many seeds come by; a walk that misses it proves little.
  private static let usual: Set<HistoryEvent> = [
    .workflowCompleted, .workflowCanceled, .approved, .completed, .rejected, .changeRequested,
    .denied, .resubmitted, .accepted, .stepSkipped, .fallbackUsed, .personPassedOver,
    .automaticAction, .automatedExecution, .delegated, .reassigned, .onHold, .reminded, .overdue,
    .limitReached, .childStarted, .childEnded, .restarted,
    .branchCanceled, .stopped, .skipped, .fault,
  ]
  private static let rare: Set<HistoryEvent> = [.escalated, .askedAgain, .orphaned, .recalled]

  @Test("One random workflow in two passes checking, and all elements of the language occur")
  func workflowsPass() throws {
    var written = 0
    var text = ""
    for seed in 1...12 as ClosedRange<UInt64> {
      let walk = try LanguageWalk(seed: seed)
      written += walk.written
      text += walk.sources.values.joined()
    }
    #expect(written <= 12 * LanguageWalk.workflows.count * 2)
    for word in [
      "task", "approval", "choice", "decision", "automated", "parallel", "lines", "subworkflow",
      "repeat",
    ] { #expect(text.contains("{ \(word): "), "no \(word)") }
  }

  /// What went wrong with a seed; nil when nothing did.
  private static func failure(of seed: UInt64, _ events: inout Set<HistoryEvent>) -> String? {
    do {
      var walk = try LanguageWalk(seed: seed)
      defer { events.formUnion(walk.events) }
      do { try walk.run(steps: stepsPerSeed) } catch {
        let sources = walk.sources.sorted { $0.key < $1.key }.map(\.value)
        return "\(error)\n" + walk.log.suffix(25).joined(separator: "\n") + "\n"
          + sources.joined(separator: "\n")
      }
      return nil
    } catch {
      return "could not begin: \(error)"
    }
  }
}
