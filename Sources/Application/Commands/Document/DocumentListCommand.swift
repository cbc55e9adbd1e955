// `countersign document list`: one's own documents, or all that one may see.

import ApplicationRuntime
import ArgumentParser
import Workflow
import WorkflowRuntime

struct DocumentListCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List documents, the newest first.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions
  @OptionGroup var kind: TypeOption

  @Option(help: ArgumentHelp("Only this status, such as inReview.", valueName: "status"))
  var status: String?

  @Flag(help: "All that you may see, not only your own.")
  var all = false

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let actor = try session.actor
    let type = try kind.type.map { try session.type($0).id }
    let status = try status.map { try knownStatus($0, session: session) }
    let window = try session.rows(filteredBy: DocumentRow.filterFields, \.filterRow) {
      try session.engine.documents(
        type: type, status: status, of: all ? nil : actor.person, as: actor, after: $0, limit: $1)
    }
    try session.output.write(
      session.output.format == .text
        ? window.rows.map { DocumentObject($0) }
        : window.rows.map { try session.documentObject($0.id) }, next: window.next)
    if window.rows.isEmpty {
      let isOwn = !all && session.identity.organization.isAdministrator(actor.person)
      try session.output.say(
        isOwn ? "No documents of yours; --all lists everybody's." : "No documents.")
    }
    return .done
  }

  private func knownStatus(
    _ text: String, session: Session
  ) throws(EngineError) -> DocumentStatus {
    let status = DocumentStatus(rawValue: Word(text).lowerCamelCased)
    let own = session.engine.types.values.flatMap(\.statuses)
    let known = DocumentStatus.ofTheEngine.union(own)
    guard known.contains(status) else {
      throw EngineError(
        .usage,
        "“\(text)” is no status; there are "
          + known.map(\.rawValue).sorted().joined(separator: ", ") + ".")
    }
    return status
  }
}
