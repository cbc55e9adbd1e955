// Checks a workflow against its document type and the people that there are.

extension WorkflowDefinition {
  /// Everything that is wrong or doubtful in this context, in the order of the file.
  public func check(in context: CheckContext) -> [Finding] {
    var checker = Checker(context: context, definition: self)
    if context.types[type] == nil {
      checker.report(
        at: location(of: "type"), "unknown document type \(quoted(type.rawValue))",
        checker.suggestion(for: type.rawValue, among: context.types.keys.map(\.rawValue)))
    }
    if let owner { checker.check(person: owner, at: location(of: "owner")) }
    checker.check(condition: activation)
    if !legalEntities.isEmpty, let schema = checker.schema,
      schema.field(named: "legal-entity") == nil
    {
      checker.report(
        at: location(of: "legal-entities"),
        "documents of the type `\(type)` have no field `legal-entity`",
        "Remove `legal-entities`, or add the field to the type")
    }
    checker.check(template: instructions)
    checker.check(notifications)
    for element in allElements {
      checker.check(template: element.subject)
      checker.check(template: element.instructions)
      checker.check(element.notifications)
      element.definition.check(element, &checker)
    }
    checker.checkLevel()
    checker.checkReachability()
    checker.checkOrder()
    checker.add(check(againstOthers: context.activeWorkflows))
    return checker.findings.sorted { $0.location < $1.location }
  }

  /// The keys of the workflow itself that its file has.
  var givenKeys: Set<String> { Set(locations.keys) }

  func location(of key: String) -> SourceLocation {
    locations[key] ?? locations["workflow"] ?? elements.first?.location ?? .nowhere
  }
}
