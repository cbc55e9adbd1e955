// The root of all commands.

import ArgumentParser

struct RootCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "countersign",
    abstract: "A durable workflow system in the terminal.",
    discussion: "Without a command it opens your inbox. Options may stand before the command.",
    version: version,
    subcommands: [
      UserInterfaceCommand.self, DemoCommand.self, InitCommand.self, StatusCommand.self,
      BackupCommand.self, RestoreCommand.self, VerifyCommand.self, ArchiveCommand.self,
      EraseCommand.self, ExportCommand.self, StatisticsCommand.self,
      DocumentCommand.self, SubmitCommand.self, ResubmitCommand.self, RecallCommand.self,
      CommentCommand.self, InboxCommand.self, ApproveCommand.self, RejectCommand.self,
      RequestChangeCommand.self, DenyCommand.self, CompleteCommand.self, ChooseCommand.self,
      AcceptCommand.self, ReleaseCommand.self, DelegateCommand.self, MoveCommand.self,
      UndoCommand.self, ReassignCommand.self, ExplainCommand.self, HistoryCommand.self,
      InstanceCommand.self, QueueCommand.self, WorkerCommand.self, WorkflowCommand.self,
      OrganizationCommand.self, PersonCommand.self, DelegationCommand.self,
      NotificationCommand.self, BatchCommand.self, CompletionsCommand.self,
    ],
    defaultSubcommand: UserInterfaceCommand.self)
}
