/// Every line of the document runs as its own instance of a line workflow.
public struct LinesElement: ElementDefinition {
  public static let keyword = "lines"

  /// A line workflow for the lines for which a condition holds.
  public struct Route: Sendable {
    /// May name `line` and the document's fields.
    public let when: Expression
    public let workflow: WorkflowID
    public let location: SourceLocation

    /// A route.
    public init(when: Expression, workflow: WorkflowID, location: SourceLocation = .nowhere) {
      self.when = when
      self.workflow = workflow
      self.location = location
    }
  }

  /// The first whose condition holds is taken.
  public let routes: [Route]
  /// The workflow of all other lines; none lets them pass.
  public let otherwise: WorkflowID?
  /// Where `otherwise` stands in the file.
  public let otherwiseLocation: SourceLocation

  /// A lines element.
  public init(
    routes: [Route] = [], otherwise: WorkflowID?, otherwiseLocation: SourceLocation = .nowhere
  ) {
    self.routes = routes
    self.otherwise = otherwise
    self.otherwiseLocation = otherwiseLocation
  }

  public static func parse(_ reader: inout ElementReader) -> LinesElement? {
    let example = "[ { when: line.amount > 100, workflow: expense-line } ]"
    let node = reader.mapping.node("route")
    let routes = reader.sequence(node, of: "route", example: example).compactMap { node in
      reader.inside(node, as: "a route", example: "- when: line.amount > 100") { reader in
        let when = reader.mapping.requiredExpression("when")
        let workflow = reader.mapping.requiredText("workflow", example: "expense-line")
        guard let when, let workflow else { return nil as Route? }
        return Route(
          when: when, workflow: WorkflowID(workflow),
          location: reader.mapping.location(ofValue: "workflow"))
      }
    }
    let otherwise = reader.mapping.text("otherwise", example: "expense-line")
    if node == nil, otherwise == nil, !reader.mapping.has("otherwise") {
      reader.mapping.error(
        at: reader.mapping.location, "no workflow is named for the lines",
        "Add `otherwise: expense-line`, or `route: \(example)`")
    }
    return LinesElement(
      routes: routes, otherwise: otherwise.map { WorkflowID($0) },
      otherwiseLocation: reader.mapping.location(ofValue: "otherwise"))
  }

  public func check(_ element: Element, _ checker: inout Checker) {
    checker.checkLines(at: element.location)
    if checker.definition.level == .line {
      checker.report(
        at: element.location, "a line workflow is about one line, so it has no `lines`",
        "Move the element to the workflow of the whole document")
    }
    for route in routes {
      checker.check(lineCondition: route.when)
      checker.check(
        workflow: route.workflow, level: .line, use: "line workflow", at: route.location)
    }
    if let otherwise {
      checker.check(
        workflow: otherwise, level: .line, use: "line workflow", at: otherwiseLocation)
    }
  }
}
