// `countersign queue watch`: each message as it is posted and as its state changes.

import ApplicationRuntime
import ArgumentParser
import Workflow
import WorkflowRuntime

struct QueueWatchCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Write messages as they are posted and handled, until a signal (text or jsonl).")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  func run(_ context: CommandContext) throws -> ExitStatus {
    guard options.output != .json else {
      throw EngineError(.usage, "watch takes --output text or jsonl.")
    }
    let session = try context.openSession()
    var watched = WatchedMessages(engine: session.engine, actor: try session.actor)
    try watched.begin()
    return try Following(session: session, limit: options.limit).run { write in
      for message in try watched.changes() where !(try write(MessageObject(message))) { return }
    }
  }
}

/// The messages that are watched: what is pending, and what comes.
struct WatchedMessages {
  let engine: Engine
  let actor: Actor
  /// The pending ones as they were last told.
  private var pending: [Int64: Told] = [:]
  private var last: Int64 = 0

  private struct Told: Equatable {
    let state: MessageState
    let attempts: Int
  }

  /// More pending messages than these are told when they are posted, and not again.
  private static let greatestNumber = 10_000
  private static let windowSize = 200

  init(engine: Engine, actor: Actor) {
    self.engine = engine
    self.actor = actor
  }

  /// Begins behind what was handled already.
  mutating func begin() throws {
    last = try engine.queue(.done, as: actor, limit: 1).first?.sequence ?? 0
    var position: MessageQuery.Position?
    while pending.count < Self.greatestNumber {
      let rows = try engine.queue(.pending, as: actor, after: position, limit: Self.windowSize)
      for message in rows {
        // Told for the first time by `changes`.
        pending[message.sequence] = Told(state: .handled, attempts: -1)
        last = max(last, message.sequence)
      }
      guard rows.count == Self.windowSize, let end = rows.last else { return }
      position = MessageQuery.Position(dueAt: end.dueAt, sequence: end.sequence)
    }
  }

  /// What changed since the last time, by the numbers of the messages.
  mutating func changes() throws -> [Message] {
    var changed: [Message] = []
    for sequence in pending.keys.sorted() {
      guard let message = try look(at: sequence) else { continue }
      changed.append(message)
    }
    var position = MessageQuery.Position(dueAt: .distantPast, sequence: last)
    while true {
      let rows = try engine.queue(.all, as: actor, after: position, limit: Self.windowSize)
      for message in rows {
        changed.append(message)
        last = message.sequence
        if message.state.isPending, pending.count < Self.greatestNumber {
          pending[message.sequence] = Told(state: message.state, attempts: message.attempts)
        }
      }
      guard rows.count == Self.windowSize, let end = rows.last else { return changed }
      position = MessageQuery.Position(dueAt: end.dueAt, sequence: end.sequence)
    }
  }

  /// The message when it changed; nil when it stands as it was told, or is gone.
  private mutating func look(at sequence: Int64) throws -> Message? {
    guard let message = try found(sequence) else {
      pending[sequence] = nil
      return nil
    }
    let told = Told(state: message.state, attempts: message.attempts)
    guard pending[sequence] != told else { return nil }
    pending[sequence] = message.state.isPending ? told : nil
    return message
  }

  private func found(_ sequence: Int64) throws -> Message? {
    do {
      return try engine.message(sequence, as: actor)
    } catch let error as EngineError where error.code == .notFound {
      return nil
    }
  }
}
