// `countersign notification set`: of which events you are told, and by which way.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct NotificationSetCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Choose what you are told, and how; show it without arguments.")

  enum Choice: String, CaseIterable, ExpressibleByArgument {
    case on, off
    /// As the organisation says.
    case usual
  }

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Option(help: ArgumentHelp("One event, or all.", valueName: "event"))
  var event: String?

  @Option(help: ArgumentHelp("in-app, terminal, mail or command.", valueName: "transport"))
  var transport: String?

  @Argument(help: ArgumentHelp("on, off, or usual: as the organisation says.", valueName: "choice"))
  var choice: Choice?

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    if let choice {
      guard let transport, let event else {
        throw EngineError(.usage, "notification set needs --event and --transport with a choice.")
      }
      try session.engine.setNotifications(
        of: try events(event), by: try self.transport(transport),
        to: choice == .usual ? nil : choice == .on, as: try session.actingPerson())
    } else if event != nil || transport != nil {
      throw EngineError(.usage, "notification set needs a choice: on, off or usual.")
    }
    let rows = try session.engine.notificationPreferences(as: try session.actor)
    let shown = try rows.filter { row in
      try event.map { try events($0).contains(row.event) } ?? true
        && transport.map { try self.transport($0) == row.transport } ?? true
    }
    try session.output.write(shown.map { NotificationPreferenceObject($0) })
    return .done
  }

  private func events(_ text: String) throws(EngineError) -> [NotificationEvent] {
    if text == "all" { return NotificationEvent.allCases }
    guard let event = NotificationEvent(rawValue: Word(text).hyphenated) else {
      let known = NotificationEvent.allCases.map(\.rawValue).joined(separator: ", ")
      throw EngineError(.usage, "“\(text)” is no event: \(known), or all.")
    }
    return [event]
  }

  private func transport(_ text: String) throws(EngineError) -> NotificationTransport {
    guard let transport = NotificationTransport(rawValue: Word(text).hyphenated) else {
      let known = NotificationTransport.allCases.map(\.rawValue).joined(separator: ", ")
      throw EngineError(.usage, "“\(text)” is no transport: \(known).")
    }
    return transport
  }
}
