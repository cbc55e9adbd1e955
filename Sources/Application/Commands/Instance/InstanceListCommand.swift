// `countersign instance list`: instances, the newest first.

import ApplicationRuntime
import ArgumentParser
import WorkflowRuntime

struct InstanceListCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List instances, the newest first.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Option(
    help: ArgumentHelp(
      "Only this status: pending, completed, canceled, stopped, unrecoverable.",
      valueName: "status"))
  var status: String?

  func run(_ context: CommandContext) throws -> ExitStatus {
    let wanted = try status.map { text throws(EngineError) in
      guard let status = InstanceStatus(rawValue: text) else {
        let known = InstanceStatus.allCases.map(\.rawValue).joined(separator: ", ")
        throw EngineError(.usage, "“\(text)” is no status of an instance; there are \(known).")
      }
      return status
    }
    let session = try context.openSession()
    let actor = try session.actor
    let window = try session.rows(filteredBy: InstanceRow.filterFields, \.filterRow) {
      try session.engine.instances(status: wanted, as: actor, after: $0, limit: $1)
    }
    try session.output.write(window.rows.map { InstanceObject($0) }, next: window.next)
    if window.rows.isEmpty { try session.output.say("No instances.") }
    return .done
  }
}
