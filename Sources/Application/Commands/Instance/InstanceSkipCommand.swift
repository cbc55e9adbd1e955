// `countersign instance skip`: an administrator passes an element that cannot be mended.

import ApplicationRuntime
import ArgumentParser
import Workflow
import WorkflowRuntime

struct InstanceSkipCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "skip",
    abstract: "Pass the element where a stopped instance stands; needs an outcome and a comment.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Option(help: ArgumentHelp("How the element ends, such as completed.", valueName: "outcome"))
  var outcome: String

  @Argument(help: "The instance: I-000007.")
  var instance: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    guard let outcome = ElementOutcome(rawValue: Word(outcome).lowerCamelCased) else {
      let known = ElementOutcome.allCases.map { Word($0.rawValue).hyphenated }
      throw EngineError(
        .usage, "“\(self.outcome)” is no outcome; there are \(known.joined(separator: ", ")).")
    }
    let comment = try CommentText.text(for: .skip, on: [instance], context: context)
    let session = try context.openSession()
    return try ActionSequence(session: session).run(on: [instance]) { text in
      ActionRequest(
        .skip, .instance(try ItemArgument.instance(text)), comment: comment, outcome: outcome,
        key: options.key)
    }
  }
}
