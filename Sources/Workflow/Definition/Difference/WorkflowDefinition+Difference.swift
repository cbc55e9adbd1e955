// What differs between two versions of a workflow, for people who compare them.

extension WorkflowDefinition {
  /// Everything that differs from an older version: the workflow's own keys first, then elements
  /// and steps in the order of this version, then what was removed.
  ///
  /// Keys are compared as they are written, whatever their quotes and line breaks; definitions made
  /// in code have no keys, so that only their elements and steps are compared.
  public func difference(from old: WorkflowDefinition) -> [WorkflowChange] {
    var changes: [WorkflowChange] = []
    Self.compare(.workflow, old.keys, keys, &changes)
    let pairs = ElementPairs(old: old, new: self)
    compare(old: old, elements, pairs, &changes)
    changes += pairs.removed.map { .init(.element($0.path, kind: $0.kind), .removed) }
    return changes
  }

  private func compare(
    old: WorkflowDefinition, _ sequence: [Element], _ pairs: ElementPairs,
    _ changes: inout [WorkflowChange]
  ) {
    // The older neighbours of those that stood in one sequence with them.
    let names = sequence.filter {
      !pairs.movedAway.contains($0.path) && pairs.oldPaths[$0.path] != nil
    }
    let before =
      names.first.flatMap { pairs.oldPaths[$0.path] }
      .map { old.siblings(of: $0).map(\.name) } ?? []
    let moved = SequenceMoves.moved(from: before, to: names.map(\.name))
    for element in sequence {
      let subject = WorkflowChange.Subject.element(element.path, kind: element.kind)
      if let oldPath = pairs.oldPaths[element.path], let other = old.element(at: oldPath) {
        if pairs.movedAway.contains(element.path) {
          changes.append(
            .init(subject, .moved(from: oldPath.description, to: element.path.description)))
        } else if moved.contains(element.name) {
          let after = sequence.map(\.name)
          changes.append(
            .init(
              subject,
              .moved(
                from: SequenceMoves.place(of: element.name, in: before),
                to: SequenceMoves.place(of: element.name, in: after))))
        }
        Self.compare(subject, other.keys, element.keys, &changes)
        compareSteps(other, element, &changes)
      } else {
        changes.append(.init(subject, .added))
      }
      for branch in element.definition.branches {
        compare(old: old, branch.elements, pairs, &changes)
      }
    }
  }

  private func compareSteps(
    _ old: Element, _ new: Element, _ changes: inout [WorkflowChange]
  ) {
    guard let before = (old.definition as? ApprovalElement)?.steps,
      let after = (new.definition as? ApprovalElement)?.steps
    else { return }
    let moved = SequenceMoves.moved(from: before.map(\.name), to: after.map(\.name))
    for step in after {
      let subject = WorkflowChange.Subject.step(step.name, of: new.path)
      guard let other = before.first(where: { $0.name == step.name }) else {
        changes.append(.init(subject, .added))
        continue
      }
      if moved.contains(step.name) {
        changes.append(
          .init(
            subject,
            .moved(
              from: SequenceMoves.place(of: step.name, in: before.map(\.name)),
              to: SequenceMoves.place(of: step.name, in: after.map(\.name)))))
      }
      Self.compare(subject, other.keys, step.keys, &changes)
    }
    for step in before where !after.contains(where: { $0.name == step.name }) {
      changes.append(.init(.step(step.name, of: new.path), .removed))
    }
  }

  /// The keys that differ, in the order of the newer version, then those that are gone.
  private static func compare(
    _ subject: WorkflowChange.Subject, _ old: [WrittenKey], _ new: [WrittenKey],
    _ changes: inout [WorkflowChange]
  ) {
    let before = Dictionary(old.map { ($0.name, $0.text) }) { first, _ in first }
    let after = Set(new.map(\.name))
    let changed = new.filter { before[$0.name] != $0.text }.map {
      WorkflowChange.KeyChange(key: $0.name, from: before[$0.name], to: $0.text)
    }
    let gone = old.filter { !after.contains($0.name) }.map {
      WorkflowChange.KeyChange(key: $0.name, from: $0.text, to: nil)
    }
    if !(changed + gone).isEmpty { changes.append(.init(subject, .changed(changed + gone))) }
  }
}
