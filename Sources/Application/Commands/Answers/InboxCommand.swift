// `countersign inbox`: the open work items of a person, or of everybody.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct InboxCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "inbox", abstract: "List your open work items.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Flag(help: "Everybody's, for administrators.")
  var all = false

  @Option(help: ArgumentHelp("Only what lies in this queue.", valueName: "name"))
  var queue: String?

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let actor = try session.actor
    let window = try session.rows(filteredBy: InboxRow.filterFields, \.filterRow) {
      try session.engine.inbox(
        of: actor.person, as: actor, all: all, queue: queue.map { QueueID($0) }, after: $0,
        limit: $1)
    }
    try session.output.write(window.rows.map { WorkItemObject($0) }, next: window.next)
    if window.rows.isEmpty {
      let whom = queue.map { "in the queue \($0)" } ?? (all ? "" : "for \(actor.person)")
      try session.output.say(whom.isEmpty ? "Nothing waits." : "Nothing waits \(whom).")
    }
    return .done
  }
}
