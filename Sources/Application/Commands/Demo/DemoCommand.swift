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
      let folder = try temporaryFolder()
      defer { try? FileManager.default.removeItem(atPath: folder) }
      return try open(folder + "/demo.sqlite", context: context)
    }
    return try open(keep, context: context)
  }

  private static func open(_ path: String, context: CommandContext) throws -> ExitStatus {
    let location = try StoreLocation(option: path, variables: [:])
    try DemoStore.make(at: location, context: context)
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

  private static func temporaryFolder() throws -> String {
    let base = FileManager.default.temporaryDirectory.path
    var template = Array((base + "/countersign-demo-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw EngineError(
        .cannotCreate, "A folder in \(base) cannot be made: \(String(cString: strerror(errno)))")
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
