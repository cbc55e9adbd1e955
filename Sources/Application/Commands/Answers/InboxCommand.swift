// `countersign inbox`: the open work items of a person, or of everybody.

import ApplicationRuntime
import ArgumentParser

struct InboxCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "inbox", abstract: "List your open work items.")

  @OptionGroup var options: SharedOptions

  @Flag(help: "Everybody's, for administrators.")
  var all = false

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let actor = try session.actor
    let window = try session.rows(filteredBy: InboxRow.filterFields, \.filterRow) {
      try session.engine.inbox(
        of: actor.person, as: actor, all: all, after: $0, limit: $1)
    }
    try session.output.write(window.rows.map { WorkItemObject($0) }, next: window.next)
    if window.rows.isEmpty { try session.output.say("Nothing waits for \(actor.person).") }
    return .done
  }
}
