// Runs a batch: one line after the other, many in one commit, answered once they are durable.

import ApplicationRuntime
import Foundation
import Workflow
import WorkflowRuntime

/// The run of one batch. Each line sees all effects of the lines before it, and what it posts is
/// handled at its own time, before the next line moves the clock.
final class BatchRun {
  /// So long lines are taken into a commit that has begun, so that others can write too.
  private static let longestCommit = Duration.milliseconds(10)

  private let session: Session
  private let store: BatchStore
  private let lines: BatchLines
  private let sink: any TextSink
  private var statuses: Set<ExitStatus> = []
  /// Held while something is done: not while it waits for lines.
  private let working: NSLock
  /// Whether several lines can share a commit: an outside handler runs between two commits.
  private let sharesCommits: Bool

  init(
    session: Session, store: BatchStore, lines: BatchLines, sink: any TextSink,
    working: NSLock = NSLock()
  ) {
    self.working = working
    self.session = session
    self.store = store
    self.lines = lines
    self.sink = sink
    sharesCommits = session.engine.types.values.allSatisfy { type in
      type.handlers.values.allSatisfy { !$0.isOutside }
        && type.executables.values.allSatisfy { !$0.isOutside }
    }
  }

  /// Reads to the end of the input and answers every line but blank ones.
  func run() throws -> ExitStatus {
    try working.withLock { try begin() }
    while true {
      var group = try lines.nextGroup()[...]
      if group.isEmpty { break }
      while !group.isEmpty { try write(try working.withLock { try commit(&group) }) }
    }
    try session.clock?.save()
    try session.deliver()
    return ExitStatus(of: Array(statuses))
  }

  /// All lines in one commit, or none of them.
  func runAtomically() throws -> ExitStatus {
    guard sharesCommits else {
      throw EngineError(
        .usage, "--atomic is not possible here: handlers that reach outside run between commits.")
    }
    try working.withLock { try begin() }
    let all = try lines.all()
    do {
      try write(try working.withLock { try commitAll(all) })
    } catch let refused as RefusedLine {
      let reason = EngineError(
        refused.error.code, "Nothing was done: line \(refused.number) was refused.")
      try write(
        all.map { line in
          let error = line.number == refused.number ? refused.error : reason
          return BatchAnswer(number: line.number, outcome: .failure(error))
        })
    }
    return ExitStatus(of: Array(statuses))
  }

  private func commitAll(_ all: [NumberedLine]) throws -> [BatchAnswer] {
    try store.inOneCommit {
      let answers = try all.map { line in
        let answer = try work(on: line)
        if case .failure(let error) = answer.outcome {
          throw RefusedLine(number: line.number, error: error)
        }
        return answer
      }
      try session.clock?.save()
      return answers
    }
  }

  private struct RefusedLine: Error {
    let number: Int
    let error: EngineError
  }

  private func begin() throws {
    try session.requireActing()
    // What a process that died has left is taken over first, in commits of its own.
    if session.options.noRun { return }
    _ = try session.engine.settle(nil, wait: .zero)
  }

  /// Works on lines for as long as a commit may last, at least on one, and takes them away.
  private func commit(_ group: inout ArraySlice<NumberedLine>) throws -> [BatchAnswer] {
    guard sharesCommits else {
      let answer = try work(on: group.removeFirst())
      try session.clock?.save()
      return [answer]
    }
    return try store.inOneCommit {
      var answers: [BatchAnswer] = []
      let deadline = ContinuousClock.now + Self.longestCommit
      repeat {
        answers.append(try work(on: group.removeFirst()))
      } while !group.isEmpty && ContinuousClock.now < deadline
      try session.clock?.save()
      return answers
    }
  }

  private func write(_ answers: [BatchAnswer]) throws {
    for answer in answers {
      statuses.insert(answer.status)
      try sink.write(answer.text + "\n")
    }
    try sink.flush()
  }

  /// Does what a line says. An error of the line is its answer; one of the store ends the run.
  private func work(on line: NumberedLine) throws -> BatchAnswer {
    do {
      let outcome = try BatchLineWork(line: try line.parsed(), session: session).run()
      return BatchAnswer(number: line.number, outcome: .success(outcome))
    } catch let error as EngineError where !error.endsTheRun {
      return BatchAnswer(number: line.number, outcome: .failure(error))
    }
  }
}
