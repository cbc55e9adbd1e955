// `countersign statistics`: how long things take, and what is open.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct StatisticsCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "statistics",
    abstract: "How long work waits and takes, what gets done, what is open and overdue.",
    discussion: """
      Waiting is from the creation of a work item until somebody accepts it, or answers where \
      nobody has to accept; working is from there to the answer. For an element or a step an item that was \
      escalated, delegated or reassigned is one wait with what follows; a person's is what lay with \
      them. Late is what was answered, or escalated, when it was due or later. Medians and p90 are within 3.2 % \
      of the exact ones.
      """)

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Option(help: ArgumentHelp("What was done from this time on.", valueName: "time"))
  var since: String?

  @Option(help: ArgumentHelp("What was done before this time.", valueName: "time"))
  var until: String?

  @Option(help: "Throughput by day, week or month.")
  var period: StatisticsQuery.Period = .week

  @Option(help: ArgumentHelp("Only documents of this type.", valueName: "type"))
  var type: String?

  @Option(help: ArgumentHelp("Only this workflow.", valueName: "workflow"))
  var workflow: String?

  @Flag(help: "Count only the working time of the organisation's calendar.")
  var workingTime = false

  func run(_ context: CommandContext) throws -> ExitStatus {
    let since = try since.map(CommandContext.time)
    let until = try until.map(CommandContext.time)
    let session = try context.openSession()
    let query = StatisticsQuery(
      since: since ?? .distantPast, until: until ?? .distantFuture,
      type: try type.map { try session.type($0).id }, workflow: workflow.map { WorkflowID($0) },
      period: period, countsWorkingTime: workingTime)
    let signals = EndingSignals()
    let statistics = try session.engine.statistics(
      query, as: try session.actor, isStopped: { signals.ending != nil })
    if workingTime, statistics.calendar == nil {
      try session.output.note("The organisation has no calendar: all time counts.")
    }
    try session.output.write(StatisticsObject(statistics: statistics, query: query))
    return .done
  }
}

extension StatisticsQuery.Period: ExpressibleByArgument {}
