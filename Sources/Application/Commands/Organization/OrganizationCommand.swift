// `countersign organization …`: who is there.

import ArgumentParser

struct OrganizationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "organization", abstract: "Show, check and load the organisation.",
    subcommands: [
      OrganizationShowCommand.self, OrganizationCheckCommand.self, OrganizationLoadCommand.self,
    ])
}
