// What may take long: counting, and writing all rows of a list.

import ApplicationRuntime
import Interface
import Workflow
import WorkflowRuntime

extension EngineWorker {
  func readLong(
    _ reading: Reading, as actor: Actor, isStopped: () -> Bool = { false },
    soFar: (ReadAnswer) -> Void = { _ in }
  ) throws -> ReadAnswer {
    guard case .statistics(let request) = reading else {
      return reading.looksAtAll
        ? try list(reading, as: actor, isStopped: isStopped, soFar: soFar)
        : try read(reading, as: actor)
    }
    let start = ContinuousClock.now
    let now = engine.now
    let since = request.period.days.map { now.advanced(by: .seconds(-86_400 * $0)) }
    let query = StatisticsQuery(
      since: since ?? .distantPast, workflow: request.workflow, period: request.period.bar)
    let statistics = try engine.statistics(query, as: actor, isStopped: isStopped)
    return .statistics(
      StatisticsAnswer(
        statistics: statistics, workflows: try workflows(), at: now,
        took: start.duration(to: .now)))
  }

  /// Those that were ever saved.
  private func workflows() throws -> [WorkflowID] {
    var known: Set<WorkflowID> = []
    return try engine.workflows().map(\.workflow).filter { known.insert($0).inserted }
  }

  func write(_ export: ListExport, _ run: LongRun) throws -> ExportOutcome {
    let file = ExportFile(path: UserPath(export.path).expanded)
    if !export.overwrites, file.exists { return .exists(path: file.path) }
    let reader = { (reading: Reading) in
      try self.list(
        reading, as: export.actor, isStopped: { run.isStopped },
        soFar: { if let extent = $0.extent { run.tell(extent.looked, of: extent.total) } })
    }
    let (text, rows) = try written(export, reader, run)
    // Nothing was written yet.
    try run.check("The export was stopped; nothing was written.")
    return try file.write(text, rows: rows, overwrites: export.overwrites)
  }

  private func written(
    _ export: ListExport, _ reading: (Reading) throws -> ReadAnswer, _ run: LongRun
  ) throws -> (text: String, rows: Int) {
    guard export.isOfDocuments else { return try export.written(reading: reading) }
    let documents = try export.rows(reading: reading).map { DocumentID($0.id) }
    return (try text(of: documents, as: export.actor, run), documents.count)
  }

  /// Documents as rows of a CSV file, one for each line.
  private func text(
    of documents: [DocumentID], as actor: Actor, _ run: LongRun
  ) throws -> String {
    var type: DocumentTypeID?
    var text = ""
    for (index, id) in documents.enumerated() {
      try run.check("The export was stopped; nothing was written.")
      run.tell(index, of: documents.count)
      let document = try engine.document(id, as: actor).document
      let rows = DocumentRows(schema: try engine.type(document.type).schema)
      guard type == nil || type == document.type else {
        throw EngineError(
          .badData, "One file takes documents of one type: filter by type, or mark those of one.")
      }
      if type == nil { text += CSVWriter.line(rows.heading) }
      type = document.type
      for row in rows.rows(of: document) { text += CSVWriter.line(row) }
    }
    return text
  }
}
