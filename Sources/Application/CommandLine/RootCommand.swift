// The root of all commands.

import ArgumentParser

struct RootCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "countersign",
    abstract: "A durable workflow system in the terminal.",
    discussion: "Without a command it opens your inbox. Options may stand before the command.",
    version: version,
    groupedSubcommands: [
      CommandGroup(
        name: "Begin",
        subcommands: [
          UserInterfaceCommand.self, DemoCommand.self, InitCommand.self, StatusCommand.self,
          MetricsCommand.self,
        ]),
      CommandGroup(
        name: "Documents",
        subcommands: [
          DocumentCommand.self, SubmitCommand.self, ResubmitCommand.self, RecallCommand.self,
          CommentCommand.self, ExplainCommand.self, HistoryCommand.self,
        ]),
      CommandGroup(
        name: "Answers",
        subcommands: [
          InboxCommand.self, ApproveCommand.self, RejectCommand.self, RequestChangeCommand.self,
          DenyCommand.self, CompleteCommand.self, ChooseCommand.self, AcceptCommand.self,
          ReleaseCommand.self, DelegateCommand.self, ReassignCommand.self, MoveCommand.self,
          UndoCommand.self,
        ]),
      CommandGroup(
        name: "Engine",
        subcommands: [
          InstanceCommand.self, QueueCommand.self, WorkerCommand.self, BatchCommand.self,
        ]),
      CommandGroup(
        name: "Organisation",
        subcommands: [
          WorkflowCommand.self, OrganizationCommand.self, PersonCommand.self,
          DelegationCommand.self, NotificationCommand.self,
        ]),
      CommandGroup(
        name: "Record",
        subcommands: [
          StatisticsCommand.self, ExportCommand.self, VerifyCommand.self, ArchiveCommand.self,
          EraseCommand.self, BackupCommand.self, RestoreCommand.self,
        ]),
      CommandGroup(name: "More", subcommands: [CompletionsCommand.self]),
    ],
    defaultSubcommand: UserInterfaceCommand.self)
}
