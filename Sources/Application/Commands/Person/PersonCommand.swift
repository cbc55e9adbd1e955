// `countersign person …`: who is there.

import ArgumentParser

struct PersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "Look at the people of the organisation.",
    subcommands: [PersonListCommand.self, PersonShowCommand.self])
}
