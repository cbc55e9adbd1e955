// A document through a workflow without touching anything (SPEC 11).

import Workflow
import WorkflowRuntime

extension Engine {
  /// Drives the workflow runtime in memory, on what the store holds now.
  ///
  /// - Throws: when no workflow applies, the workflow has errors, or an answer fits no element.
  public func simulate(_ request: SimulationRequest, as actor: Actor) throws -> SimulationReport {
    try reading(as: actor) { reading, organization in
      var document = try simulatedDocument(request.subject, actor, organization, reading)
      let type = try parts.type(document.type)
      var content = try DocumentContent(
        stored: document, schema: type.schema, currency: organization.currency)
      try request.change(&content)
      content = type.calculated(content, in: organization)
      document.set(content, of: type, in: organization)
      let findings = try type.allFindings(
        in: content, on: .submitted,
        context: .init(
          document: document.id, originator: document.originator, organization: organization,
          today: parts.today(in: organization)
        ) { try reading.documents(withFingerprint: $0, limit: 20) })
      // It runs as if it were submitted now, wherever it stands.
      document.status = .submitted
      document.editableBy = nil
      document.editableLines = [:]
      let (definition, version) = try simulatedWorkflow(
        request.route, document, organization, reading)
      guard definition.type == document.type else {
        throw EngineError(
          .badData, "\(definition.id) is for \(definition.type), \(document.id) is \(document.type)"
        )
      }
      let answers = try SimulatedAnswers(request.answers, for: definition, reading, parts)
      var run = SimulatedRun(
        answers: answers, parts: parts, organization: organization, reading: reading,
        now: request.start ?? now)
      run.begin(document, definition, version: version ?? 0)
      try run.drive()
      return SimulationReport(
        workflow: definition.id, version: version, title: definition.title,
        document: document.title, documentID: request.subject.document, entries: run.entries,
        ending: run.ending, isCompleted: run.isCompleted, findings: findings,
        unusedAnswers: run.answers.unused)
    }
  }

  private func simulatedDocument(
    _ subject: SimulationRequest.Subject, _ actor: Actor, _ organization: Organization,
    _ reading: any StoreReading
  ) throws -> StoredDocument {
    switch subject {
    case .document(let id):
      let document = try reading.existingDocument(id)
      try Involvement(of: actor.person, parts: parts, organization: organization, reading)
        .require(in: document)
      return document
    case .content(let type, let content, let originator):
      let type = try parts.type(type)
      let originator = originator ?? actor.person
      guard organization.person(originator) != nil else {
        throw EngineError(
          .notFound,
          "“\(originator)” is nobody in this organisation"
            + Nearest.hint(
              to: originator.rawValue, among: organization.people.map(\.id.rawValue)))
      }
      return StoredDocument(
        id: DocumentID("\(type.prefix)-simulated"), type: type.id,
        title: type.title(of: content), originator: originator, fields: content.storedFields,
        lines: content.storedLines, createdAt: now, changedAt: now)
    }
  }

  private func simulatedWorkflow(
    _ route: SimulationRequest.Route, _ document: StoredDocument, _ organization: Organization,
    _ reading: any StoreReading
  ) throws -> (WorkflowDefinition, version: Int?) {
    switch route {
    case .chosen:
      let version = try WorkflowChoice(
        document: document, parts: parts, organization: organization, reading: reading
      ).version()
      return (
        try parts.sources.definition(
          of: version.workflow, version: version.version, reading), version.version
      )
    case .version(let id, let number):
      let versions = try reading.workflowVersions(of: id)
      let found =
        number.map { number in versions.first { $0.version == number } }
        ?? versions.first(where: \.isActive) ?? versions.first
      guard let found else { throw try Self.unknown(id, number, reading) }
      return (try checked(found.source, "\(id) version \(found.version)", reading), found.version)
    case .source(let text, let file):
      return (try checked(text, file, reading), nil)
    }
  }

  /// A workflow with errors runs nowhere.
  private func checked(
    _ source: String, _ file: String, _ reading: any StoreReading
  ) throws -> WorkflowDefinition {
    let (definition, findings) = try WorkflowChecking(parts: parts, reading: reading)
      .check(source, file: file)
    let errors = findings.filter { $0.severity == .error }
    guard let definition, errors.isEmpty else {
      throw EngineError(.badData, "\(file) has errors", details: errors.map(\.description))
    }
    return definition
  }
}

extension SimulationRequest.Subject {
  /// The document that is saved; nil for a content alone.
  fileprivate var document: DocumentID? {
    if case .document(let id) = self { id } else { nil }
  }
}
