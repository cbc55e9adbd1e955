// Runs a process that is killed at random moments and started again, until its work is done.

import Foundation
import Testing
import Workflow

/// The killing of one kind of process. A moment is random: sometimes by the clock alone, also
/// before the store is open, mostly a little after so much of the work was answered.
struct Killing {
  private static let patience = Duration.seconds(120)
  /// So many answered lines are sent again after a kill: they must change nothing.
  private static let overlap = 10

  let place: Place
  var random: SeededRandom
  /// How many processes were killed while they worked, and how many ended before.
  private(set) var killed = 0
  private(set) var missed = 0
  private var runs = 0

  init(place: Place, random: SeededRandom) {
    self.place = place
    self.random = random
  }

  /// Feeds lines to `batch`, from the first that was not answered, until all are answered.
  ///
  /// - Returns: the lines that were refused, with their answers.
  mutating func batch(_ lines: [JSON], options: [String], kills: Int) throws -> [String] {
    var answered = 0
    var refused: [String] = []
    var killsLeft = kills
    while answered < lines.count {
      runs += 1
      let name = "batch-\(runs)"
      let start = max(0, answered - Self.overlap)
      let file = try place.file(
        "\(name).jsonl", lines[start...].map { $0.text + "\n" }.joined())
      let program = try place.start(name, ["batch", file, "--as", "carol"] + options)
      let isLast = killsLeft == 0
      if !isLast {
        killsLeft -= 1
        let share = 2 * (lines.count - answered) / (killsLeft + 2)
        kill(program, afterLines: Int.random(in: 0...max(1, share), using: &random), of: name)
      }
      let end = try #require(program.waitForEnd(within: Self.patience))
      let answers = try place.output(name).split(
        separator: "\n", omittingEmptySubsequences: false
      ).dropLast()
      refused += answers.filter { !$0.contains("\"ok\":true") }.map { "\(start): \($0)" }
      answered = max(answered, start + answers.count)
      if isLast, end != 0 {
        refused.append("batch ended with \(end): \(try place.errors(name))")
        break
      }
    }
    return refused
  }

  /// Lets workers work off what is in the queue, each for a random while.
  mutating func worker(kills: Int) throws {
    for _ in 0..<kills {
      runs += 1
      let program = try place.start("worker-\(runs)", ["worker", "--as", "carol"])
      usleep(UInt32.random(in: 0...200_000, using: &random))
      end(program)
    }
  }

  private mutating func kill(_ program: RunningProgram, afterLines lines: Int, of name: String) {
    if lines == 0 {
      usleep(UInt32.random(in: 0...60_000, using: &random))
    } else {
      _ = Waiting.until(within: Self.patience, every: .milliseconds(1)) {
        let written = (try? place.bytes(place.folder + "/\(name).out")) ?? []
        return program.end != nil || written.count { $0 == 0x0A } >= lines
      }
      usleep(UInt32.random(in: 0...3_000, using: &random))
    }
    end(program)
  }

  private mutating func end(_ program: RunningProgram) {
    program.send(SIGKILL)
    if program.waitForEnd(within: Self.patience) == 1000 + SIGKILL {
      killed += 1
    } else {
      missed += 1
    }
  }
}
