// `countersign notification …`: what you were told, and what you want to be told.

import ArgumentParser

struct NotificationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notification", abstract: "Read your notifications, and choose what you are told.",
    subcommands: [NotificationListCommand.self, NotificationSetCommand.self])
}
