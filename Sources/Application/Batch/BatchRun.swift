// Runs a batch: many lines share a commit and a flush, and each is answered once it is durable.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// The run of one batch. Lines that act on different documents at one time are posted together
/// and handled together; anything else first waits for the lines before it.
final class BatchRun {
  /// So many lines share a commit at most.
  private static let greatestGroup = 256

  private let session: Session
  private let reader: LineReader
  private let sink: any TextSink
  private var group: [Entry] = []
  private var documents: Set<DocumentID> = []
  private var statuses: Set<ExitStatus> = []
  private var clockSavedAt: Timestamp?
  private let wallClock: any EngineClock

  private struct Entry {
    let number: Int
    let work: Result<(request: ActionRequest, actor: Actor), EngineError>
  }

  init(session: Session, reader: LineReader, sink: any TextSink, wallClock: any EngineClock) {
    self.session = session
    self.reader = reader
    self.sink = sink
    self.wallClock = wallClock
  }

  /// Reads to the end of the input and answers every line but blank ones.
  func run() throws -> ExitStatus {
    _ = try session.actingPerson()
    while let line = try reader.next() {
      if case .text(let text) = line, text.isBlank { continue }
      try take(line)
      // Somebody may wait for the answer before the next line is written.
      if !reader.isReady { try finishGroup() }
    }
    try finishGroup()
    try session.clock?.save()
    return ExitStatus(of: Array(statuses))
  }

  private func take(_ line: InputLine) throws {
    do {
      switch line {
      case .text(let text): try take(try BatchLine(text))
      case .notUTF8: throw EngineError(.badData, "The line is not UTF-8 text.")
      case .tooLong:
        throw EngineError(
          .badData, "The line has more than the \(LineReader.lengthLimit) bytes that are read.")
      }
    } catch let error as EngineError where !error.endsTheRun {
      group.append(Entry(number: reader.number, work: .failure(error)))
    }
    if group.count >= Self.greatestGroup { try finishGroup() }
  }

  private func take(_ line: BatchLine) throws {
    if let time = line.at, time != session.engine.now {
      try finishGroup()
      try session.moveClock(to: time)
    }
    guard case .act(let action) = line.work else {
      try finishGroup()
      let result = try change(line)
      try answer(reader.number, .success(.init(result: result, isHandled: true)))
      try sink.flush()
      return
    }
    let actor = try actor(of: line)
    let request = try line.request(action, in: session)
    let document = try session.engine.store.read { try request.target.document(in: $0) }
    // A line sees all effects of the lines before it on its document.
    if let document, !documents.insert(document).inserted {
      try finishGroup()
      documents = [document]
    }
    group.append(Entry(number: reader.number, work: .success((request, actor))))
  }

  private func actor(of line: BatchLine) throws -> Actor {
    guard let name = line.actingAs else { return try session.actingPerson() }
    return try session.identity.actor(as: name)
  }

  /// Posts what was gathered in one commit, handles it, and answers.
  private func finishGroup() throws {
    let entries = group
    group = []
    documents = []
    guard !entries.isEmpty else { return }
    let requests = entries.compactMap { try? $0.work.get() }
    var results = try requests.isEmpty ? [] : session.engine.perform(each: requests)[...]
    var isHandled = true
    if !requests.isEmpty, !session.options.noRun {
      isHandled = try session.engine.settle(nil, wait: session.options.wait.duration)
    }
    for entry in entries {
      let outcome = entry.work.flatMap { _ in results.popFirst() ?? .failure(Self.unanswered) }
      switch outcome {
      case .failure(let error): try answer(entry.number, .failure(error))
      case .success(let result):
        try answer(
          entry.number,
          .success(
            .init(
              result: try session.refreshed(result),
              isHandled: isHandled && !session.options.noRun)))
      }
    }
    try sink.flush()
    try saveClock()
  }

  private static let unanswered = EngineError(.internal, "The engine gave no result for the line.")

  /// The clock costs a flush of its own: at most one a second.
  private func saveClock() throws {
    let now = wallClock.now()
    if let saved = clockSavedAt, now.duration(since: saved) < .seconds(1) { return }
    try session.clock?.save()
    clockSavedAt = now
  }

  private func change(_ line: BatchLine) throws -> ActionResult {
    let actor = try actor(of: line)
    let changes = DocumentChanges(session: session, actor: actor)
    switch line.work {
    case .makeDocument(let json):
      guard line.key == nil else {
        throw EngineError(.badData, "A new document takes its own “id” instead of a key.")
      }
      return try changes.make(json, type: line.type)
    case .setFields(let json): return try changes.set(json, of: try line.namedDocument(in: session))
    case .delete: return try changes.delete(try line.namedDocument(in: session))
    case .act: throw Self.unanswered
    }
  }

  private func answer(
    _ number: Int, _ outcome: Result<ActionResultObject.Outcome, EngineError>
  ) throws {
    let object = ActionResultObject(target: "", outcome: outcome)
    statuses.insert(object.status)
    var line: JSONObject = ["version": 1, "line": .number(number)]
    switch outcome {
    case .failure(let error):
      line["ok"] = false
      line["error"] = error.outputJSON
    case .success:
      for (key, value) in object.json where key != "target" && key != "error" { line[key] = value }
    }
    try sink.write(JSON.object(line).text + "\n")
  }
}
