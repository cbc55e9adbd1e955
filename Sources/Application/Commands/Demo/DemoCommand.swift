// `countersign demo`: a throw-away store to look around in.

import ApplicationRuntime
import ArgumentParser
import Foundation

struct DemoCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Look around in a throw-away store with work on its way.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Option(help: ArgumentHelp("Keep the store here instead of removing it.", valueName: "path"))
  var keep: String?

  func run(_ context: CommandContext) throws -> ExitStatus { try Self.run(context, keep: keep) }

  /// Makes the store and opens the pages on it; the one that the options name is left alone.
  static func run(_ context: CommandContext, keep: String?) throws -> ExitStatus {
    guard keep != nil || context.environment.canPrompt else {
      throw EngineError(
        .notFound, "demo needs a terminal; without one, --keep PATH makes its store.")
    }
    guard let keep else {
      // A signal ends it in an orderly way at every moment, also before the screen is up.
      HeldSignals.hold()
      let folder = try DemoFolder()
      defer { folder.remove() }
      return try open(folder.path + "/demo.sqlite", context: context)
    }
    return try open(keep, context: context)
  }

  private static func open(_ path: String, context: CommandContext) throws -> ExitStatus {
    let location = try StoreLocation(option: path, variables: [:])
    try DemoStore.make(at: location, context: context)
    if HeldSignals.hasArrived { return .interrupted }
    let command = "countersign --store \(path) --as carol queue watch"
    guard context.environment.canPrompt else {
      try context.output.say("Made the demo store \(path). Try: \(command)")
      return .done
    }
    var options = context.options
    options.store = path
    options.actingAs = options.actingAs ?? DemoStore.person
    let demo = CommandContext(
      environment: context.environment, options: options, configuration: context.configuration)
    let session = try demo.openSession()
    return try InteractiveSession.run(session, context: demo, secondTerminalCommand: command)
  }
}
