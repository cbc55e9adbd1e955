// Two workflows of one type whose activation conditions may hold for the same document.

extension WorkflowDefinition {
  /// A warning for each other workflow of equal priority that may be chosen for the same document:
  /// submitting that one would fail.
  ///
  /// - Parameter others: the active versions of the other workflows, of whatever type.
  public func check(againstOthers others: [WorkflowDefinition]) -> [Finding] {
    guard level == .header else { return [] }
    return others.filter { other in
      other.id != id && other.type == type && other.level == .header
        && other.priority == priority && !isApart(from: other)
    }.map { other in
      Finding(
        severity: .warning, location: location(of: activation == nil ? "workflow" : "activation"),
        message: "`\(id)` and `\(other.id)` have the priority \(priority) and may both hold for "
          + "the same document, which then cannot be submitted",
        remedy: "Give one a higher `priority`, or conditions that exclude each other")
    }
  }

  /// Whether it is proved that no document activates both.
  func isApart(from other: WorkflowDefinition) -> Bool {
    var proof = ConditionProof()
    for definition in [self, other] {
      if !definition.legalEntities.isEmpty {
        proof.add(FieldReference(["legal-entity"]), oneOf: definition.legalEntities)
      }
      if let activation = definition.activation { proof.add(activation) }
    }
    return proof.isImpossible
  }
}
