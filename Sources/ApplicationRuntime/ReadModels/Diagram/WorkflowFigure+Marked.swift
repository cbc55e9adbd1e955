// A figure with the marks that something else than an instance gives it, such as a simulated run.

import Workflow

extension WorkflowFigure {
  /// The same workflow, each element with how far it is.
  ///
  /// - Parameters:
  ///   - marks: of the elements that were reached.
  ///   - steps: of the steps of approvals that were reached, or passed by.
  ///   - isOver: whether what was not reached is passed by.
  package func marked(
    _ marks: [ElementPath: OutlineElement.Mark],
    steps: [ElementPath: [String: OutlineElement.Mark]], isOver: Bool
  ) -> WorkflowFigure {
    WorkflowFigure(
      workflow: workflow, title: title, begin: Terminal(begin.text, mark: .done),
      end: Terminal(end.text, mark: isOver ? .done : .toCome),
      nodes: nodes.map { $0.marked(marks, steps, isPassed: isOver) })
  }
}

extension FigureNode {
  fileprivate func marked(
    _ marks: [ElementPath: OutlineElement.Mark],
    _ rounds: [ElementPath: [String: OutlineElement.Mark]], isPassed: Bool
  ) -> FigureNode {
    let mark = marks[path] ?? (isPassed ? .skipped : .toCome)
    let isOver = mark == .done || mark == .skipped
    let inside = branches.map { branch in
      branch.nodes.map { $0.marked(marks, rounds, isPassed: isOver) }
    }
    let isSomewhere = inside.contains { $0.contains { $0.wasReached } }
    return FigureNode(
      path: path, name: name, shape: shape, mark: mark, captions: captions, note: note,
      steps: steps.map {
        let reached = rounds[path]?[$0.name]
        return FigureStep(
          name: $0.name, mark: reached ?? (isOver ? .skipped : .toCome), parts: $0.parts)
      },
      branches: zip(branches, inside).map { branch, nodes in
        FigureBranch(
          label: branch.label,
          mark: Self.mark(of: nodes, isOver: isOver, isElsewhere: isSomewhere, in: mark),
          ending: branch.ending, nodes: nodes)
      })
  }

  private var wasReached: Bool { mark == .here || mark == .done || mark == .sentBack }

  private static func mark(
    of nodes: [FigureNode], isOver: Bool, isElsewhere: Bool, in parent: OutlineElement.Mark
  ) -> OutlineElement.Mark {
    if nodes.contains(where: { $0.mark == .here }) { return .here }
    if nodes.contains(where: { $0.mark == .done }) { return .done }
    guard isOver else { return .toCome }
    return nodes.isEmpty && !isElsewhere && parent == .done ? .done : .skipped
  }
}
