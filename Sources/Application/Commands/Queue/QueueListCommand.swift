// `countersign queue list`: what is still to be handled, or what was.

import ApplicationRuntime
import ArgumentParser
import Workflow
import WorkflowRuntime

struct QueueListCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List messages: pending ones, or --done, or --all.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Flag(help: "Those that were handled or discarded, the newest first.")
  var done = false

  @Flag(help: "All that are kept, by their number.")
  var all = false

  @Option(help: ArgumentHelp("All of one instance.", valueName: "instance"))
  var instance: String?

  func run(_ context: CommandContext) throws -> ExitStatus {
    let part: MessageQuery.Part =
      if let instance {
        .instance(try ItemArgument.instance(instance))
      } else {
        all ? .all : done ? .done : .pending
      }
    let session = try context.openSession()
    let actor = try session.actor
    let window = try session.rows(filteredBy: Message.filterFields, \.filterRow) {
      (after, limit) throws in
      let rows = try session.engine.queue(
        part, as: actor, after: try after.map { try QueueCursor($0).position }, limit: limit + 1)
      let shown = Array(rows.prefix(limit))
      return Window(
        rows: shown, next: rows.count > limit ? shown.last.map { QueueCursor($0).text } : nil)
    }
    try session.output.write(window.rows.map { MessageObject($0) }, next: window.next)
    if window.rows.isEmpty { try session.output.say("No messages.") }
    return .done
  }
}

/// Where the next window of a list of messages begins: `due time in microseconds:sequence`.
struct QueueCursor {
  let position: MessageQuery.Position

  init(_ message: Message) {
    position = MessageQuery.Position(dueAt: message.dueAt, sequence: message.sequence)
  }

  init(_ text: String) throws(EngineError) {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let due = Int64(parts[0]), let sequence = Int64(parts[1]) else {
      throw EngineError(.usage, "--after takes the `next` of the list before.")
    }
    position = MessageQuery.Position(
      dueAt: Timestamp(microseconds: due), sequence: sequence)
  }

  var text: String { "\(position.dueAt.microseconds):\(position.sequence)" }
}
