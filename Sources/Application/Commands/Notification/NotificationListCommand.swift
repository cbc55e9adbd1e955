// `countersign notification list`: what you were told, the newest first; marking it as read.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct NotificationListCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List your notifications, the newest first.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Flag(help: "Only those that you have not read.")
  var unread = false

  @Option(
    name: .customLong("read"), parsing: .singleValue,
    help: ArgumentHelp("Mark one as read; may be given several times.", valueName: "notification"))
  var read: [String] = []

  @Flag(help: "Mark all as read.")
  var allRead = false

  @Flag(help: "What was sent by mail or by a command, with the reason of what failed.")
  var deliveries = false

  @Flag(help: "Everybody's deliveries, for administrators.")
  var all = false

  func run(_ context: CommandContext) throws -> ExitStatus {
    guard !all || deliveries else {
      throw EngineError(.usage, "--all goes with --deliveries: a list is its person's own.")
    }
    let session = try context.openSession()
    if allRead || !read.isEmpty { return try mark(session) }
    let actor = try session.actor
    let limit = options.limit ?? 100
    if deliveries {
      let window = try session.engine.deliveries(
        to: all ? nil : actor.person, as: actor, after: options.after, limit: limit)
      try session.output.write(window.rows.map { DeliveryObject($0) }, next: window.next)
      if window.rows.isEmpty { try session.output.say("Nothing was sent.") }
    } else {
      let window = try session.engine.notifications(
        as: actor, isUnreadOnly: unread, after: options.after, limit: limit)
      try session.output.write(window.rows.map { NotificationObject($0) }, next: window.next)
      if window.rows.isEmpty {
        try session.output.say(unread ? "You have read everything." : "No notifications.")
      }
    }
    return .done
  }

  private func mark(_ session: Session) throws -> ExitStatus {
    let actor = try session.actingPerson()
    var count = 0
    if allRead {
      count = try session.engine.markAllNotificationsRead(by: actor)
    } else {
      let ids = try read.map { text in
        guard let id = NotificationID(parsing: text) else {
          throw EngineError(.usage, "“\(text)” is no notification such as N-000012.")
        }
        return id
      }
      try session.engine.markNotificationsRead(ids, by: actor)
      count = ids.count
    }
    if session.output.format == .text {
      try session.output.say("Read: \(Words.count(count, "notification")).")
    } else {
      try session.output.write(
        ReadNotificationsObject(
          count: count, unread: try session.engine.unreadNotificationCount(of: actor.person)))
    }
    return .done
  }
}
