// `countersign completions SHELL`: the script that completes its commands; the manual page.

import ApplicationRuntime
import ArgumentParser
import Interface

struct CompletionsCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print the completion script for a shell, or the manual page.",
    discussion: """
      All come from the definitions of the commands: `countersign completions bash > \
      ~/.local/share/bash-completion/completions/countersign`, `countersign completions man > \
      ~/.local/share/man/man1/countersign.1`.
      """)

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(
    help: ArgumentHelp("bash, zsh, fish, or man for the manual page.", valueName: "shell"),
    completion: .list(["bash", "zsh", "fish", "man"]))
  var shell: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    if shell == "man" {
      let page = ManualPage(root: try .ofTheProgram(), actions: .standard)
      try context.output.writeVerbatim(page.text)
      return .done
    }
    guard let shell = CompletionShell(rawValue: shell) else {
      throw EngineError(.usage, "There are completions for bash, zsh and fish, and a man page.")
    }
    try context.output.writeVerbatim(RootCommand.completionScript(for: shell))
    return .done
  }
}
