// The queue and its batch job in figures, as they are written.

import ApplicationRuntime
import Workflow

struct BatchJobObject: OutputObject {
  static let object = "batchJob"

  let overview: QueueOverview

  init(_ overview: QueueOverview) { self.overview = overview }

  var json: JSONObject {
    let settings = overview.settings
    return [
      "paused": .bool(settings.isPaused), "pausedBy": .optional(settings.pausedBy),
      "interval": .string(settings.interval.words), "batchSize": .number(settings.batchSize),
      "wake": .bool(settings.wakes),
      "process": overview.runner.map { .integer(Int64($0.process)) } ?? .null,
      "lastBatchAt": .time(overview.lastBatchAt),
      "queue": .object(overview.counts.outputJSON),
      "timersHeld": overview.timerHold.map { hold -> JSON in
        [
          "since": .time(hold.since), "leapSeconds": .integer(Int64(hold.leap / .seconds(1))),
        ]
      } ?? .null,
    ]
  }

  /// "paused by carol", "run by process 4711", "run by no process now".
  var standing: String {
    let settings = overview.settings
    if settings.isPaused { return "paused" + (settings.pausedBy.map { " by \($0)" } ?? "") }
    return overview.runner.map { "run by process \($0.process)" } ?? "run by no process now"
  }

  var lines: [String] {
    let settings = overview.settings
    return [
      "\(standing), every \(settings.interval.words), " + (settings.wakes ? "woken" : "not woken")
        + ", batch \(settings.batchSize)"
        + (overview.timerHold == nil ? "" : ", limits and reminders held since the clock leapt")
    ]
  }

  /// The object in JSON, a sentence in text.
  func write(to output: CommandOutput, saying sentence: String) throws {
    if output.format == .text { try output.say(sentence) } else { try output.write(self) }
  }
}
