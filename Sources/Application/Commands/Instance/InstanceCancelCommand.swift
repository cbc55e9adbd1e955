// `countersign instance cancel`: an administrator ends a run; its document is a draft again.

import ApplicationRuntime
import ArgumentParser

struct InstanceCancelCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "End instances; their documents are drafts again.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "Instances: I-000007.")
  var instances: [String]

  func run(_ context: CommandContext) throws -> ExitStatus {
    for instance in instances { _ = try ItemArgument.instance(instance) }
    try context.confirm("Cancel \(instances.joined(separator: ", "))?")
    let session = try context.openSession()
    return try ActionSequence(session: session).run(on: instances) { text in
      ActionRequest(
        .cancel, .instance(try ItemArgument.instance(text)), comment: options.comment,
        key: options.key)
    }
  }
}
