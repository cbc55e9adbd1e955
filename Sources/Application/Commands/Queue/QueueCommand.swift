// `countersign queue …`: the message queue and its batch job.

import ArgumentParser

struct QueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue", abstract: "Look at the message queue and steer the batch job.",
    subcommands: [
      QueueListCommand.self, QueueShowCommand.self, QueueWatchCommand.self, QueueRunCommand.self,
      QueueStepCommand.self, QueuePauseCommand.self, QueueContinueCommand.self,
      QueueSetCommand.self,
    ])
}
