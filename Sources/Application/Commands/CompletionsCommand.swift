// `countersign completions SHELL`: the script that completes its commands and options.

import ApplicationRuntime
import ArgumentParser

struct CompletionsCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print the completion script for bash, zsh or fish.")

  @OptionGroup var options: SharedOptions

  @Argument(help: "bash, zsh or fish")
  var shell: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    guard let shell = CompletionShell(rawValue: shell) else {
      throw EngineError(.usage, "There are completions for bash, zsh and fish.")
    }
    try context.output.writeVerbatim(RootCommand.completionScript(for: shell))
    return .done
  }
}
