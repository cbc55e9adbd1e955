/// Gathers what is wrong with a workflow in its document type and organisation.
public struct Checker: Sendable {
  /// What it is checked against.
  public let context: CheckContext
  /// The workflow.
  public let definition: WorkflowDefinition
  /// What has been found so far.
  public private(set) var findings: [Finding] = []
  /// What conditions and placeholders may name; none when the document type is unknown.
  let scope: TypeScope?
  /// As `scope`, with `line` in it.
  let lineScope: TypeScope?
  /// The attributes that conditions about people may name, and their types.
  let personAttributeTypes: [String: ValueType]
  /// What conditions about people may name: attributes, and the document's names beside them.
  let personScope: TypeScope

  init(context: CheckContext, definition: WorkflowDefinition) {
    self.context = context
    self.definition = definition
    let schema = context.types[definition.type]
    lineScope = schema?.lineScope
    scope = definition.level == .line ? schema?.lineScope : schema?.scope
    personAttributeTypes = context.organization?.attributeTypes ?? Person.ownAttributeTypes
    personScope = (scope ?? .empty).adding(personAttributeTypes)
  }

  /// Reports an error.
  public mutating func report(at location: SourceLocation, _ message: String, _ remedy: String) {
    add(.error, location, message, remedy)
  }

  /// Reports a warning.
  public mutating func warn(at location: SourceLocation, _ message: String, _ remedy: String) {
    add(.warning, location, message, remedy)
  }

  private mutating func add(
    _ severity: Finding.Severity, _ location: SourceLocation, _ message: String, _ remedy: String
  ) {
    add([Finding(severity: severity, location: location, message: message, remedy: remedy)])
  }

  mutating func add(_ more: [Finding]) {
    for finding in more
    where findings.count < YAMLReader.greatestFindingCount && !findings.contains(finding) {
      findings.append(finding)
    }
  }

  /// A remedy for a name that is not known: the nearest one, or all when they are few.
  public func suggestion(for name: String, among known: [String]) -> String {
    if let nearest = Spelling.nearest(to: name, among: known) {
      return "Did you mean `\(nearest)`?"
    }
    if known.isEmpty { return "There are none yet; add it first" }
    let names = known.sorted().prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    return "Known here: " + names + (known.count > 12 ? " and \(known.count - 12) more" : "")
  }

  /// The document type's schema; none when the type is unknown.
  public var schema: DocumentSchema? { context.types[definition.type] }

  /// Whether a person can be asked at all: known, not disabled, active today.
  public func canAct(_ id: PersonID) -> Bool {
    guard let person = context.organization?.person(id) else { return false }
    guard let today = context.today else { return !person.isDisabled }
    return person.isActive(on: today)
  }
}
