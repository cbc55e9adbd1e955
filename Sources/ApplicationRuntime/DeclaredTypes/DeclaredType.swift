// A document type that an organisation declares in a file, as the engine sees every type.

import Workflow
import WorkflowRuntime

/// A declared type: its handlers are commands.
struct DeclaredType: DocumentType {
  let declaration: TypeDeclaration
  let handlers: [MessageType: EventHandler]
  let executables: [String: EventHandler]
  let retry: RetrySchedule

  init(_ declaration: TypeDeclaration) {
    self.declaration = declaration
    let usual = RetrySchedule()
    retry = RetrySchedule(
      tries: declaration.retry?.tries ?? usual.tries,
      firstDelay: declaration.retry?.firstDelay ?? usual.firstDelay,
      longestDelay: declaration.retry?.longestDelay ?? usual.longestDelay)
    let schema = declaration.schema
    executables = declaration.executables.mapValues { .command($0, schema: schema) }
    handlers = Dictionary(
      uniqueKeysWithValues: declaration.handlers.map {
        (MessageType($0.key), .command($0.value, schema: schema))
      })
  }

  var id: DocumentTypeID { declaration.id }
  var title: String { declaration.title }
  var prefix: String { declaration.prefix }
  var schema: DocumentSchema { declaration.schema }
  var defaultWorkflow: WorkflowID? { declaration.defaultWorkflow }
  var allowsDeny: Bool { declaration.allowsDeny }
  var statuses: [DocumentStatus] { declaration.statuses.map { DocumentStatus(word: $0) } }

  func title(of content: DocumentContent) -> String {
    let text = declaration.documentTitle.render { Self.value(of: $0, in: content) }.trimmed
    return text.isEmpty ? title : text
  }

  func completed(
    _ content: DocumentContent, in organization: Organization
  ) -> DocumentContent {
    var content = content
    declaration.calculate(
      fields: &content.fields, lines: &content.lines, currency: organization.currency)
    return content
  }

  func calculatedFields(of content: DocumentContent, in organization: Organization) -> Record {
    completed(content, in: organization).calculatedFields(of: schema)
  }

  /// What a path names in a document's content.
  static func value(of reference: FieldReference, in content: DocumentContent) -> Value {
    if reference.path.first == "lines" { return .list(content.lines.map { .record($0) }) }
    return reference.path.reduce(.record(content.fields)) { $0.record?[$1] ?? .none }
  }
}

extension DocumentStatus {
  /// The status that a file spells with hyphens: `ready-for-transfer`.
  init(word: String) { self.init(rawValue: Word(word).lowerCamelCased) }
}

extension MessageType {
  init(_ event: DeclaredEvent) {
    self =
      switch event {
      case .workflowStarted: .workflowStarted
      case .elementStarted: .elementStarted
      case .workItemsCreated: .workItemsCreated
      case .stepCompleted: .stepCompleted
      case .elementEnded: .elementEnded
      case .workflowCompleted: .workflowCompleted
      case .workflowCanceled: .workflowCanceled
      }
  }
}
