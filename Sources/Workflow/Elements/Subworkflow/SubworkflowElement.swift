/// Another workflow on a related document.
public struct SubworkflowElement: ElementDefinition {
  public static let keyword = "subworkflow"
  public static let sendsBack = true

  /// The workflow, in its active version when the element starts.
  public let workflow: WorkflowID
  /// The field that holds the related document's id, such as `cash-advance`.
  public let document: FieldReference
  /// Whether the element waits for its end: dependent, or independent.
  public let waits: Bool
  /// Where the workflow is named.
  public let location: SourceLocation
  let documentLocation: SourceLocation

  /// A subworkflow.
  public init(
    workflow: WorkflowID, document: FieldReference, waits: Bool = true,
    location: SourceLocation = .nowhere
  ) {
    self.init(
      workflow: workflow, document: document, waits: waits, location: location,
      documentLocation: .nowhere)
  }

  private init(
    workflow: WorkflowID, document: FieldReference, waits: Bool, location: SourceLocation,
    documentLocation: SourceLocation
  ) {
    self.workflow = workflow
    self.document = document
    self.waits = waits
    self.location = location
    self.documentLocation = documentLocation
  }

  public static func parse(_ reader: inout ElementReader) -> SubworkflowElement? {
    let workflow = reader.mapping.requiredText("workflow", example: "settle-advance")
    let document = reader.requiredField("document", example: "cash-advance")
    let waits = reader.mapping.bool("wait")
    guard let workflow, let document else { return nil }
    return SubworkflowElement(
      workflow: WorkflowID(workflow), document: document, waits: waits ?? true,
      location: reader.mapping.location(ofValue: "workflow"),
      documentLocation: reader.mapping.location(ofValue: "document"))
  }

  public func check(_ element: Element, _ checker: inout Checker) {
    checker.check(workflow: workflow, level: .header, use: "subworkflow", at: location)
    guard let scope = checker.scope else { return }
    switch scope.type(of: document.path) {
    case .text?: break
    case nil:
      checker.report(
        at: documentLocation, "unknown field `\(document)`",
        checker.suggestion(
          for: document.path.first ?? "", among: scope.names.keys.map { Word($0).hyphenated }))
    case let type?:
      checker.report(
        at: documentLocation, "`\(document)` is \(type), which names no document",
        "Name a text field that holds a document's id")
    }
  }
}
