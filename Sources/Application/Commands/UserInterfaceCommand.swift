// `countersign`, `countersign ui`: the screens.

import ArgumentParser

struct UserInterfaceCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "ui", abstract: "Open the screens, with your inbox first.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  func run(_ context: CommandContext) throws -> ExitStatus {
    try InteractiveSession.run(context)
  }
}
