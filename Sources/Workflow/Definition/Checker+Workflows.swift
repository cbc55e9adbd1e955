// Checks what a workflow says of other workflows: names, levels, types, circles.

extension Checker {
  /// Reports a name that no workflow has, one without an active version, and one that leads back
  /// to this workflow.
  ///
  /// - Parameters:
  ///   - level: what the named workflow must be for.
  ///   - use: what names it, such as `subworkflow`.
  mutating func check(
    workflow: WorkflowID, level: WorkflowLevel, use: String, at location: SourceLocation
  ) {
    if let circle = circle(through: workflow) {
      report(
        at: location,
        "the \(use) `\(workflow)` leads back to this workflow: "
          + circle.map(\.rawValue).joined(separator: " → "),
        "Name another workflow, or mend the circle in one of them")
      return
    }
    guard let workflows = context.workflows else { return }
    guard let other = context.activeWorkflows.first(where: { $0.id == workflow }) else {
      if workflows.contains(workflow) {
        warn(
          at: location, "no version of the workflow `\(workflow)` is active",
          "Activate one before this workflow runs")
      } else {
        report(
          at: location, "unknown workflow \(quoted(workflow.rawValue))",
          suggestion(for: workflow.rawValue, among: workflows.map(\.rawValue)))
      }
      return
    }
    if other.level != level {
      report(
        at: location,
        level == .line
          ? "`\(workflow)` is for whole documents, not for lines"
          : "`\(workflow)` is for lines, not for whole documents",
        level == .line
          ? "Name a workflow that says `level: line`" : "Name one without `level: line`"
      )
    } else if level == .line, other.type != definition.type {
      report(
        at: location,
        "`\(workflow)` is for lines of the type `\(other.type)`, not `\(definition.type)`",
        "Name a line workflow of the same type")
    }
  }

  /// The way from this workflow through another back to this one; none when there is none.
  private func circle(through first: WorkflowID) -> [WorkflowID]? {
    if first == definition.id { return [definition.id, definition.id] }
    let known = Dictionary(
      context.activeWorkflows.map { ($0.id, $0.startedWorkflows) },
      uniquingKeysWith: { first, _ in first })
    var ways = [[definition.id, first]]
    var seen: Set<WorkflowID> = [first]
    while let way = ways.popLast(), let last = way.last {
      for next in known[last] ?? [] {
        if next == definition.id { return way + [next] }
        if seen.insert(next).inserted { ways.append(way + [next]) }
      }
    }
    return nil
  }

  /// Reports what a workflow for lines cannot have, and lines where there are none.
  mutating func checkLevel() {
    guard definition.level == .line else { return }
    for key in ["activation", "priority", "legal-entities"]
    where definition.givenKeys.contains(key) {
      report(
        at: definition.location(of: key),
        "a line workflow is started by `lines`, so it has no `\(key)`",
        "Remove it, or choose by the conditions of `route`")
    }
    checkLines(at: definition.location(of: "level"))
  }

  /// Reports a document type without lines.
  mutating func checkLines(at location: SourceLocation) {
    guard let schema, schema.lineFields.isEmpty else { return }
    report(
      at: location, "documents of the type `\(definition.type)` have no lines",
      "Remove it, or use another type")
  }
}

extension WorkflowDefinition {
  /// The workflows that its elements start.
  var startedWorkflows: [WorkflowID] {
    allElements.flatMap { element -> [WorkflowID] in
      switch element.definition {
      case let lines as LinesElement:
        lines.routes.map(\.workflow) + (lines.otherwise.map { [$0] } ?? [])
      case let subworkflow as SubworkflowElement: [subworkflow.workflow]
      default: []
      }
    }
  }
}
