// `countersign export`: the whole history for other tools.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct ExportCommand: Command {
  /// What is written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case xes, json, csv }

  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the history as XES, JSON lines or CSV.",
    discussion: """
      A case is a document with all its instances. --filter takes the events that fit: \
      event:approved, actor:frank, element:management, at>2026-01-01, type:expense-report.
      """)

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "xes (process mining), json (an object a line) or csv.")
  var format: Format

  @Option(help: ArgumentHelp("A new file instead of the output.", valueName: "file"))
  var to: String?

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let actor = try session.actor
    let filter = try session.filter(among: ExportedEvent.filterFields)
    let calendar = try session.filterCalendar()
    let file = try to.map { try NewFile($0) }
    let sink = { (text: String) throws in
      if let file { try file.write(text) } else { try context.environment.output.write(text) }
    }
    let writer = writer(to: sink)
    let signals = EndingSignals()
    var count = 0
    try writer.begin()
    let add = { (event: ExportedEvent) throws in
      guard options.limit.map({ count < $0 }) ?? true,
        filter.isEmpty || filter.matches(event.filterRow, calendar: calendar)
      else { return }
      count += 1
      try writer.add(event)
    }
    try session.engine.exportHistory(as: actor, isStopped: { signals.ending != nil }, add)
    try writer.end()
    if let file {
      try file.publish()
      try session.output.say("Wrote \(Words.count(count, "event")) to \(file.path).")
    }
    return .done
  }

  private func writer(to sink: @escaping (String) throws -> Void) -> ExportWriting {
    switch format {
    case .xes:
      var writer = XESWriter(sink)
      return ExportWriting(
        begin: { try writer.begin() }, add: { try writer.add($0) }, end: { try writer.end() })
    case .csv:
      let writer = CSVWriter(sink)
      return ExportWriting(begin: writer.begin, add: writer.add, end: {})
    case .json:
      return ExportWriting(
        begin: {}, add: { try sink(CommandOutput.line(ExportedEventObject($0)) + "\n") }, end: {})
    }
  }
}

/// One of the formats, as something to call.
private struct ExportWriting {
  let begin: () throws -> Void
  let add: (ExportedEvent) throws -> Void
  let end: () throws -> Void
}
