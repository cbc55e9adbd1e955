// A figure of the store as Prometheus reads it.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct MetricObject: OutputObject {
  enum Kind: String { case gauge, counter }

  static let object = "metric"
  static let columns = [TextColumn("Metric"), TextColumn("Value", isRight: true)]

  let name: String
  let kind: Kind
  let help: String
  var label: (name: String, value: String)?
  let value: String

  var json: JSONObject {
    [
      "name": .string(name), "kind": .string(kind.rawValue), "help": .string(help),
      "labels": .object(JSONObject(label.map { [($0.name, .string($0.value))] } ?? [])),
      "value": .string(value),
    ]
  }

  var cells: [String] { [sample, value] }

  private var sample: String { name + (label.map { "{\($0.name)=\"\($0.value)\"}" } ?? "") }

  /// The figures of the queue, the batch job and the instances.
  static func all(
    of overview: QueueOverview, instances: [InstanceStatus: Int]
  ) -> [MetricObject] {
    let counts = overview.counts
    let states = [
      ("ready", counts.ready), ("waiting", counts.waiting), ("running", counts.running),
      ("stopped", counts.stopped),
    ]
    let ended = [("handled", counts.handled), ("discarded", counts.discarded)]
    let oldest = counts.oldestReady.map { overview.at.duration(since: $0) } ?? .zero
    let waited = [("0.5", overview.waitedMedian), ("0.99", overview.waited99th)]
    return states.map {
      MetricObject(
        name: "countersign_messages", kind: .gauge, help: "Messages still to be handled.",
        label: ("state", $0.0), value: "\($0.1)")
    }
      + ended.map {
        MetricObject(
          name: "countersign_messages_kept", kind: .gauge,
          help: "Messages that are over and still kept.", label: ("state", $0.0), value: "\($0.1)")
      } + [
        MetricObject(
          name: "countersign_oldest_ready_seconds", kind: .gauge,
          help: "How long the oldest due message waits.", value: seconds(max(.zero, oldest)))
      ]
      + waited.compactMap { quantile, duration in
        duration.map {
          MetricObject(
            name: "countersign_message_wait_seconds", kind: .gauge,
            help: "How long messages handled last waited after their time.",
            label: ("quantile", quantile), value: seconds($0))
        }
      }
      + InstanceStatus.allCases.map {
        MetricObject(
          name: "countersign_instances", kind: .gauge, help: "Instances of workflows.",
          label: ("status", $0.rawValue), value: "\(instances[$0] ?? 0)")
      }
      + [
        flag(
          "countersign_batch_job_paused", "Whether the batch job is paused.",
          overview.settings.isPaused),
        flag(
          "countersign_batch_job_running", "Whether a process runs the batch job.",
          overview.runner != nil),
        flag(
          "countersign_timers_held", "Whether limits and reminders are held since the clock leapt.",
          overview.timerHold != nil),
        MetricObject(
          name: "countersign_last_batch_timestamp_seconds", kind: .gauge,
          help: "When the batch job committed last, in seconds since 1970; 0 for never.",
          value: overview.lastBatchAt.map { "\($0.microseconds / 1_000_000)" } ?? "0"),
      ]
  }

  private static func flag(_ name: String, _ help: String, _ isOn: Bool) -> MetricObject {
    MetricObject(name: name, kind: .gauge, help: help, value: isOn ? "1" : "0")
  }

  /// With a point and six digits, whatever the locale.
  private static func seconds(_ duration: Duration) -> String {
    let all = duration.wholeMicroseconds
    let fraction = String(all % 1_000_000)
    return "\(all / 1_000_000)." + String(repeating: "0", count: 6 - fraction.utf8.count) + fraction
  }

  /// The text format: each name with its help and kind once.
  static func exposition(of metrics: [MetricObject]) -> String {
    var text = ""
    var last: String?
    for metric in metrics {
      if metric.name != last {
        text += "# HELP \(metric.name) \(metric.help)\n"
        text += "# TYPE \(metric.name) \(metric.kind.rawValue)\n"
        last = metric.name
      }
      text += "\(metric.sample) \(metric.value)\n"
    }
    return text
  }
}
