// `countersign metrics`: the store in figures, for Prometheus.

import ArgumentParser
import WorkflowRuntime

struct MetricsCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "metrics", abstract: "The store in figures, as Prometheus reads them.",
    discussion: """
      Text is the exposition format of Prometheus, as for its node exporter's textfile collector: \
      `countersign metrics > countersign.prom`.
      """)

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let metrics = MetricObject.all(
      of: try session.engine.queueOverview(),
      instances: try session.engine.store.read { try $0.instanceCounts() })
    if options.output == .text {
      try session.output.writeVerbatim(MetricObject.exposition(of: metrics))
    } else {
      try session.output.write(metrics)
    }
    return .done
  }
}
