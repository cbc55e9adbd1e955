// `countersign delegation add`: somebody acts for a person from one day to another.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct DelegationAddCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Let somebody act for you in new work items.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Option(help: ArgumentHelp("Who acts.", valueName: "person"))
  var to: String

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("For whom; for administrators, else yourself.", valueName: "person"))
  var person: String?

  @Option(help: ArgumentHelp("Only documents of this type.", valueName: "type"))
  var type: String?

  @Option(help: ArgumentHelp("Only what belongs to this workflow.", valueName: "id"))
  var workflow: String?

  @Option(
    help: ArgumentHelp("The first day, as 2026-12-20; from now on without.", valueName: "day"))
  var start: String?

  @Option(help: ArgumentHelp("The last day; for ever without.", valueName: "day"))
  var end: String?

  func run(_ context: CommandContext) throws -> ExitStatus {
    guard type == nil || workflow == nil else {
      throw EngineError(.usage, "--type and --workflow exclude each other.")
    }
    let session = try context.openSession()
    let actor = try session.actingPerson()
    let scope: StandingDelegation.Scope =
      workflow.map { .workflow(WorkflowID($0)) }
      ?? type.map { .type(DocumentTypeID(Word($0).hyphenated)) } ?? .all
    let rule = StandingDelegation(
      from: person.map { PersonID($0) } ?? actor.person, to: PersonID(to), scope: scope,
      start: try day(start, session), end: try day(end, session))
    let row = try session.engine.addDelegation(rule, comment: options.comment, by: actor)
    if session.output.format == .text {
      try session.output.say(
        "\(row.toName) acts for \(row.fromName): delegation \(row.number ?? 0).")
    } else {
      try session.output.write(DelegationObject(row))
    }
    return .done
  }

  private func day(_ text: String?, _ session: Session) throws -> Day? {
    guard let text else { return nil }
    do {
      return try DayEntry.parse(text, near: try session.filterCalendar().today)
    } catch {
      throw EngineError(.usage, "“\(text)” is not a day such as 2026-12-20.")
    }
  }
}
