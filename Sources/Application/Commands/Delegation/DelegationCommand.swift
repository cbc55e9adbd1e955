// `countersign delegation …`: who acts for whom, as standing rules.

import ArgumentParser

struct DelegationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delegation", abstract: "Let somebody act for you, as a standing rule.",
    subcommands: [
      DelegationListCommand.self, DelegationAddCommand.self, DelegationRemoveCommand.self,
    ])
}
