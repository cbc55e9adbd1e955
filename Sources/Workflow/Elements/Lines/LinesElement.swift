/// Every line of the document runs as its own instance of a line workflow.
public struct LinesElement: Sendable {
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
}
