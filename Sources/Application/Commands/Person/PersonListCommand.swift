// `countersign person list`: the people, in the order of the organisation.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct PersonListCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the people of the organisation.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    _ = try session.actor
    let organization = try session.engine.organization()
    let today = try session.engine.today()
    let window = try session.rows(filteredBy: PersonRow.filterFields, \.filterRow) { after, limit in
      let start =
        try after.map { text throws(EngineError) in
          guard let start = Int(text), start >= 0 else {
            throw EngineError(.usage, "--after takes the `next` of the list before.")
          }
          return start
        } ?? 0
      let people = organization.people.dropFirst(start).prefix(limit)
      let end = start + people.count
      return Window(
        rows: people.map { PersonRow($0, organization, today: today) },
        next: end < organization.people.count ? "\(end)" : nil)
    }
    try session.output.write(window.rows.map { PersonObject($0) }, next: window.next)
    return .done
  }
}
