// `countersign history`: everything that happened to a document, and what happens next.

import ApplicationRuntime
import ArgumentParser
import Workflow

struct HistoryCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Everything that happened to a document.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "The document: ER-000012, or your own id.")
  var document: String

  @Flag(help: "Stay and write what happens, until a signal (text or jsonl).")
  var follow = false

  private static let windowSize = 200

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    let document = try session.documentID(document)
    let start = try options.after.map { text throws(EngineError) in
      guard let number = Int64(text) else {
        throw EngineError(.usage, "--after takes the sequence number of a history entry here.")
      }
      return number
    }
    guard follow else { return try list(document, after: start ?? 0, session: session) }
    return try follow(document, after: start ?? 0, session: session)
  }

  private func list(
    _ document: DocumentID, after start: Int64, session: Session
  ) throws -> ExitStatus {
    guard options.filter == nil else {
      throw EngineError(.usage, "--filter does not work on a history.")
    }
    let limit = options.limit ?? Self.windowSize
    let rows = try session.engine.history(
      of: document, as: try session.actor, after: start, limit: limit + 1)
    let shown = rows.prefix(limit)
    try session.output.write(
      shown.map { HistoryEntryObject($0) },
      next: rows.count > limit ? shown.last.map { String($0.sequence) } : nil)
    return .done
  }

  private func follow(
    _ document: DocumentID, after start: Int64, session: Session
  ) throws -> ExitStatus {
    guard options.output != .json else {
      throw EngineError(.usage, "--follow takes --output text or jsonl.")
    }
    let actor = try session.actor
    var last = start
    return try Following(session: session, limit: options.limit).run { written in
      while true {
        let rows = try session.engine.history(
          of: document, as: actor, after: last, limit: Self.windowSize)
        for row in rows {
          last = row.sequence
          guard try written(HistoryEntryObject(row)) else { return }
        }
        if rows.count < Self.windowSize { return }
      }
    }
  }
}
