// `countersign init`: a new store.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct InitCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a store: for you alone, or for an organisation.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Flag(help: "With the sample organisation and the shipped workflows.")
  var sample = false

  @Option(help: ArgumentHelp("With this organisation and no workflow.", valueName: "file"))
  var organization: String?

  @Flag(help: "With a clock that only --now and `at` move.")
  var testClock = false

  @Option(help: ArgumentHelp("Let a group of the machine use it too.", valueName: "group"))
  var shared: String?

  func run(_ context: CommandContext) throws -> ExitStatus {
    guard !sample || organization == nil else {
      throw EngineError(.usage, "--sample and --organization exclude each other.")
    }
    var setup = StoreSetup(location: try context.storeLocation(), context: context)
    setup.hasTestClock = testClock
    setup.sharedGroup = shared
    if sample { setup.people = .sample }
    if let organization {
      setup.people = .file(try OrganizationInput(organization, environment: context.environment))
    }
    let made = try setup.make()
    if options.output == .text {
      for sentence in made.told { try context.output.say(sentence) }
    } else {
      try context.output.write(MadeStoreObject(made: made))
    }
    return .done
  }
}
