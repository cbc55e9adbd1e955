// What the pages of workflows want of the engine.

import ApplicationRuntime
import Expenses
import Interface
import Resources
import Workflow
import WorkflowRuntime

extension EngineWorker {
  func answer(_ command: WorkflowOrder, by actor: Actor) throws -> WorkflowAnswer {
    switch command {
    case .check(let text): return .checked(try check(text))
    case .save(let text, let comment):
      let known = Set(try engine.workflows().map { "\($0.workflow)@\($0.version)" })
      let saved = try engine.saveWorkflow(text, file: Self.file, comment: comment, by: actor)
      return .saved(saved, isNew: !known.contains("\(saved.workflow)@\(saved.version)"))
    case .activate(let id, let version):
      // The dialog showed the warnings, and they were accepted there.
      let active = try engine.activateWorkflow(
        id, version: version, acceptingWarnings: true, by: actor
      ).version
      return .done("\(active.workflow) version \(active.version) is active.")
    case .deactivate(let id):
      let former = try engine.deactivateWorkflow(id, by: actor)
      return .done("\(id) is out of use; version \(former.version) was active.")
    case .delete(let id, let version):
      let gone = try engine.deleteWorkflow(id, version: version, by: actor)
      return .done("Deleted \(id): \(Words.count(gone.count, "version")).")
    case .load(let path):
      return .loaded(try InputFile(file: UserPath(path).expanded, limit: Self.largest).text())
    case .simulate(let question): return try simulate(question, by: actor)
    }
  }

  /// What findings of a text call it that is in no file.
  private static var file: String { "the text" }
  private static var largest: Int { 1 << 20 }

  private func check(_ text: String) throws -> WorkflowCheck {
    let (definition, findings) = try engine.checkWorkflow(text, file: Self.file)
    let newest = try definition.flatMap { definition in
      try engine.workflows().first { $0.workflow == definition.id }
    }
    let former = newest.flatMap { WorkflowDefinition.parse($0.source, file: "").definition }
    return WorkflowCheck(
      workflow: definition?.id, type: definition?.type,
      title: definition?.title ?? "A text that cannot be read", newest: newest?.version,
      changes: former.flatMap { definition?.difference(from: $0) } ?? [], findings: findings,
      figure: definition.map { WorkflowFigure($0) })
  }

  func compare(_ old: WorkflowText, _ new: WorkflowText) throws -> WorkflowComparison {
    let (before, after) = (try source(of: old), try source(of: new))
    let former = WorkflowDefinition.parse(before, file: "").definition
    let latter = WorkflowDefinition.parse(after, file: "").definition
    let changes = latter.flatMap { latter in former.map { latter.difference(from: $0) } }
    return WorkflowComparison(
      old: old.name, new: new.name, changes: changes ?? [], oldSource: before, newSource: after)
  }

  private func source(of text: WorkflowText) throws -> String {
    switch text {
    case .draft(let text): return text
    case .version(let id, let number):
      guard let found = try engine.versions(of: id).first(where: { $0.version == number }) else {
        throw EngineError(.notFound, "\(id) has no version \(number)")
      }
      return found.source
    }
  }

  // MARK: Simulation

  /// So many documents are offered.
  private static var offered: Int { 100 }

  /// The newest documents of a type that this person sees, and the samples of it.
  func simulationSubjects(
    of type: DocumentTypeID, as actor: Actor
  ) throws -> [SimulationSubject] {
    let isAdministrator = try engine.organization().isAdministrator(actor.person)
    let documents = try engine.documents(
      type: type, of: isAdministrator ? nil : actor.person, as: actor, limit: Self.offered
    ).rows.map { row in
      let amount = row.total.map { ", \($0)" } ?? ""
      return SimulationSubject(
        id: row.id.rawValue, title: row.title,
        note: "\(row.originatorName)\(amount), \(Words.status(row.status.rawValue))")
    }
    let organization = try engine.organization()
    let kind = try engine.type(type)
    let samples = try samples(of: type).enumerated().map { index, sample in
      let amount = kind.total(of: sample.content, in: organization).map { ", \($0)" } ?? ""
      return SimulationSubject(
        id: "sample:\(index + 1)", title: kind.title(of: sample.content),
        note: "a sample of \(engine.personName(sample.person))\(amount)")
    }
    return documents + samples
  }

  private func samples(of type: DocumentTypeID) throws -> [SampleReport] {
    let texts: [DocumentTypeID: String] = [
      "expense-report": ShippedResources.sampleReports,
      "purchase-requisition": ShippedResources.sampleRequisitions,
    ]
    guard let text = texts[type] else { return [] }
    return try SampleReport.parse(
      text, schema: engine.type(type).schema, today: engine.today(),
      currency: engine.organization().currency)
  }

  private func simulate(
    _ question: SimulationQuestion, by actor: Actor
  ) throws -> WorkflowAnswer {
    let fields = try engine.type(question.type).schema.fields
    let assignments = try SimulationQuestion.parts(of: question.changes).map {
      try FieldAssignment($0)
    }
    let answers = try SimulationQuestion.parts(of: question.answers).map {
      try Self.pair($0)
    }
    let (currency, today) = (try engine.organization().currency, try engine.today())
    let text = try source(of: question.workflow)
    let report = try engine.simulate(
      SimulationRequest(
        try subject(of: question), by: Self.route(question.workflow),
        answers: Dictionary(answers) { _, later in later },
        start: question.start.isEmpty ? nil : try CommandContext.time(question.start)
      ) { content in
        try content.fields.assign(assignments, fields: fields, currency: currency, today: today)
      }, as: actor)
    let definition = WorkflowDefinition.parse(text, file: Self.file).definition
    return .simulated(report, definition.map { WorkflowFigure($0) })
  }

  private static func pair(_ text: String) throws(EngineError) -> (String, String) {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      throw EngineError(.usage, "“\(text)” is not element=outcome.")
    }
    return (String(text[..<equals]), String(text[text.index(after: equals)...]))
  }

  private static func route(_ text: WorkflowText) -> SimulationRequest.Route {
    switch text {
    case .version(let id, let version): .version(id, version)
    case .draft(let text): .source(text, file: file)
    }
  }

  private func subject(of question: SimulationQuestion) throws -> SimulationRequest.Subject {
    guard question.subject.hasPrefix("sample:") else {
      return .document(DocumentID(question.subject))
    }
    let samples = try samples(of: question.type)
    let number = Int(question.subject.dropFirst("sample:".count)) ?? 0
    guard samples.indices.contains(number - 1) else {
      throw EngineError(.notFound, "there is no such sample any more")
    }
    let sample = samples[number - 1]
    // A sample's person may be nobody in this organisation.
    let isHere = try engine.organization().person(sample.person) != nil
    return .content(
      question.type, sample.content, originator: isHere ? sample.person : nil)
  }
}
