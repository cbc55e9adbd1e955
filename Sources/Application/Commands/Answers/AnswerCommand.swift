// What all commands that act on work items have in common: each item by itself.

import ApplicationRuntime
import ArgumentParser
import Workflow

/// A command that takes one action on each of several work items.
protocol AnswerCommand: Command {
  static var action: Action { get }
  var items: [String] { get }
  /// Of whom a change is requested, or who gets the item.
  var to: String? { get }
  /// The queue that it goes to.
  var queue: String? { get }
}

extension AnswerCommand {
  var to: String? { nil }
  var queue: String? { nil }

  func run(_ context: CommandContext) throws -> ExitStatus {
    guard options.key == nil || items.count == 1 else {
      throw EngineError(.usage, "--key goes with one item.")
    }
    let comment = try CommentText.text(for: Self.action, on: items, context: context)
    let session = try context.openSession()
    _ = try session.actingPerson()
    return try ActionSequence(session: session).run(on: items) { item in
      ActionRequest(
        Self.action, try session.target(item), comment: comment,
        addressee: to.map { PersonID($0) }, queue: queue.map { QueueID($0) },
        undoWindow: options.undoWindow?.duration ?? .zero,
        key: options.key)
    }
  }
}
