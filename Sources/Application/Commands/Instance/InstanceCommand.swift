// `countersign instance …`: the runs of workflows, for administrators.

import ArgumentParser

struct InstanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "instance", abstract: "Look at runs of workflows and mend them.",
    subcommands: [
      InstanceAtCommand.self,
      InstanceListCommand.self, InstanceShowCommand.self, InstanceResumeCommand.self,
      InstanceCancelCommand.self, InstanceSkipCommand.self, InstanceMigrateCommand.self,
    ])
}
