// The whole engine under a seed: quick with `swift test`, long with COUNTERSIGN_STEPS.

import Foundation
import Testing

/// `COUNTERSIGN_STEPS=1000000 swift test --filter SimulationTests` runs long;
/// `COUNTERSIGN_SEED=17` runs one seed alone, `COUNTERSIGN_WALK=2000` lets each go so far.
@Suite struct SimulationTests {
  private static let stepsPerSeed = Int(number("COUNTERSIGN_WALK") ?? 250)

  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }

  @Test("whatever people, handlers and the store do, the invariants hold and everything ends")
  func everythingHolds() {
    let first = Self.number("COUNTERSIGN_SEED")
    let steps = Int(Self.number("COUNTERSIGN_STEPS") ?? 4_000)
    let seeds = first.map { $0...$0 } ?? 1...UInt64(max(1, steps / Self.stepsPerSeed))
    var failures = 0
    for seed in seeds where failures < 5 {
      guard let report = Self.failure(of: seed) else { continue }
      failures += 1
      Issue.record(
        """
        seed \(seed): \(report)
        replay: COUNTERSIGN_WALK=\(Self.stepsPerSeed) COUNTERSIGN_SEED=\(seed) swift test --filter SimulationTests
        """)
    }
  }

  /// What went wrong with a seed; nil when nothing did.
  private static func failure(of seed: UInt64) -> String? {
    do {
      var simulation = try Simulation(seed: seed)
      do { try simulation.run(steps: stepsPerSeed) } catch {
        return "\(error)\n" + simulation.log.suffix(25).joined(separator: "\n")
      }
      return nil
    } catch {
      return "could not begin: \(error)"
    }
  }
}
