// What pages change, carried out by the engine.

import ApplicationRuntime
import Expenses
import Interface
import Synchronization
import Workflow
import WorkflowRuntime

extension EngineWorker {
  /// How many requests of a bulk share a commit: few enough to be stopped in between.
  private static let portion = 16

  func perform(_ requests: [ActionRequest], by actor: Actor, work: Int) {
    var index = 0
    while index < requests.count {
      let isLong = requests.count > 1
      if stopped.withLock({ $0.contains(work) })
        || isLong && isEnding.load(ordering: .acquiring)
      {
        for rest in index..<requests.count {
          mailbox.post(
            .acted(work: work, index: rest, .failure(EngineError(.interrupted, "Stopped."))))
        }
        break
      }
      let portion = requests[index..<min(requests.count, index + Self.portion)]
      let results = attempt { try engine.perform(each: portion.map { ($0, actor) }) }
      for (offset, _) in portion.enumerated() {
        let result = results.flatMap { $0[offset] }
        mailbox.post(.acted(work: work, index: index + offset, result))
      }
      index += portion.count
    }
    stopped.withLock { _ = $0.remove(work) }
  }

  func run(_ command: JobCommand, by actor: Actor) throws -> JobAnswer {
    switch command {
    case .pause:
      try engine.pause(by: actor)
      return JobAnswer("The batch job is paused, for every process.")
    case .continue:
      try engine.continue(by: actor)
      return JobAnswer("The batch job goes on.")
    case .step:
      let (message, wasRunning) = try engine.step(by: actor)
      let paused = wasRunning ? " The running job was paused first." : ""
      guard let message else { return JobAnswer("Nothing is due." + paused) }
      let what = "\(message.sequence) \(message.type.rawValue) of \(message.document)"
      return JobAnswer("Handled \(what)." + paused, handled: message)
    case .runNow:
      try engine.runNow(by: actor)
      return JobAnswer("The batch job looked at the queue.")
    case .set(let settings):
      try engine.setBatchJob(
        interval: settings.interval, batchSize: settings.batchSize, wakes: settings.wakes,
        by: actor)
      return JobAnswer("The batch job's settings are changed, for every process.")
    case .tryNow(let sequence):
      try engine.tryNow(sequence, by: actor)
      return JobAnswer("Message \(sequence) is tried again now.")
    }
  }

  func duplicate(_ id: DocumentID, by actor: Actor) throws -> Document {
    let document = try engine.document(id, as: actor).document
    return try engine.createDocument(type: document.type, content: document.content, by: actor)
  }

  /// Makes drafts of a CSV file; rows that could not be used are kept in a new file beside it.
  func importFile(
    _ path: String, as type: DocumentTypeID, by actor: Actor, _ run: LongRun
  ) throws -> ImportResult {
    let path = UserPath(path).expanded
    let bytes = try InputFile(file: path, limit: CSVImport.largestFile).bytes
    var work = try ReportImport(
      bytes, file: path, as: engine.type(type), currency: engine.organization().currency)
    let rejected = UserPath(path).free(suffix: "-rejected")
    let count = work.parsed.reports.count
    try work.run(keepingRejectedIn: rejected, type: type, by: actor, in: engine) { done in
      try run.check("The import was stopped; no draft was made.")
      run.tell(done, of: count)
    }
    return ImportResult(
      file: path, documents: work.documents,
      problems: work.parsed.problems.map(\.description)
        + work.parsed.ignoredColumns.map { "the column “\($0)” is in no field and was left out" },
      rejected: work.parsed.rejected.isEmpty ? nil : rejected)
  }
}
