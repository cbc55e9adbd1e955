// A sample instance: as it stands, and as it was.

import Screen
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

extension Sample {
  private static func entry(
    _ sequence: Int64, _ event: HistoryEvent, at: String, actor: PersonID? = nil,
    comment: String? = nil, detail: String? = nil, values: [HistoryEntry.ReadValue] = []
  ) -> HistoryRow {
    HistoryRow(
      sequence: sequence, instance: InstanceID(13), line: nil, document: "ER-000017",
      entry: HistoryEntry(
        event, at: stamp(at), actor: actor.map { Actor($0) },
        element: ElementPath(["management"]), step: "board", comment: comment, detail: detail,
        values: values),
      actorName: actor.map { $0 == "ann" ? "Ann Lund" : $0.rawValue },
      onBehalfOfName: nil, hash: "00")
  }

  private static let history = [
    entry(
      1, .conditionEvaluated, at: "2026-03-03T08:11:01Z", detail: "total > 10000: true",
      values: [.init(name: "total", value: "11,240.00 EUR")]),
    entry(2, .approved, at: "2026-03-03T08:14:02Z", actor: "ann", comment: "fine, within the plan"),
  ]

  /// - Parameter figure: nil when its version is gone: then there is nothing to draw.
  static func instanceDetail(
    title: String = "Fair in Oslo", error: String? = nil, savedPoint: Int = 23,
    figure: WorkflowFigure? = DiagramSamples.underWay, actions: [ActionAvailability]? = nil
  ) -> InstanceDetail {
    let row = InstanceRow(
      id: InstanceID(13), workflow: "expense-approval", version: 3, document: "ER-000017",
      title: title, originator: "sam", status: error == nil ? .pending : .stopped,
      element: "management", savedPoint: savedPoint, error: error,
      createdAt: now.advanced(by: .seconds(-8000)), endedAt: nil)
    return InstanceDetail(
      row: row,
      document: documentRow(
        17, title, .inReview, waitingFor: "board step", cents: 1_124_000),
      outline: outline(of: figure ?? DiagramSamples.underWay),
      openItems: [
        item(31, document: "ER-000017", step: "board", assignee: "sue", due: "2026-03-05T08:11:00Z")
      ],
      history: history, pendingMessages: [],
      actions: actions ?? [
        ActionAvailability(
          .approve, reason: "Waiting for the board step; you are not assigned to it"),
        ActionAvailability(.recall, reason: nil),
      ], next: ["post", "payment"], figure: figure)
  }

  /// The outline that tells what a figure shows.
  static func outline(of figure: WorkflowFigure) -> [OutlineElement] {
    func elements(_ nodes: [FigureNode], depth: Int) -> [OutlineElement] {
      nodes.flatMap { node in
        [
          OutlineElement(
            path: node.path, name: node.name, kind: node.steps.isEmpty ? "task" : "approval",
            depth: depth, mark: node.mark ?? .toCome, note: node.note,
            steps: node.steps.map {
              OutlineStep(
                name: $0.name, mark: $0.mark ?? .toCome, note: $0.parts.joined(separator: " "))
            })
        ] + node.branches.flatMap { elements($0.nodes, depth: depth + 1) }
      }
    }
    return elements(figure.nodes, depth: 0)
  }

  /// The messages 101, 103, … of the instance, ten seconds apart.
  static func points(_ count: Int = 5) -> [SavedPoint] {
    (0..<count).map { index in
      SavedPoint(
        message: Int64(101 + 2 * index), type: .acknowledgeElementStarted, event: .elementStarted,
        element: ElementPath(["management"]),
        at: stamp("2026-03-03T08:11:00Z").advanced(by: .seconds(10 * index)), changesState: true)
    }
  }

  /// The instance as it was after a message: the receipts were still to be reviewed.
  static func moment(at message: Int64?, of count: Int = 5) -> InstanceMoment {
    let points = points(count)
    let index = points.lastIndex { $0.message == message } ?? count - 1
    return InstanceMoment(
      instance: InstanceID(13), document: "ER-000017", workflow: "expense-approval",
      point: points[index], index: index, points: points, state: nil,
      outline: outline(of: DiagramSamples.begun),
      openItems: [item(30, document: "ER-000017", kind: .task, step: nil, assignee: "ivan")],
      entries: [history[0]], figure: DiagramSamples.begun)
  }
}

extension DiagramSamples {
  /// The workflow of ``underWay``, with its first task on its way.
  static let begun = WorkflowFigure(
    workflow: "expense-approval", title: "Expense report approval",
    begin: .init("submitted", mark: .done), end: .init("approved", mark: .toCome),
    nodes: underWay.nodes.map { node in
      FigureNode(
        path: node.path, name: node.name, shape: node.shape,
        mark: node.name == "review-receipts" ? .here : .toCome, captions: node.captions,
        steps: node.steps.map { FigureStep(name: $0.name, mark: .toCome, parts: []) },
        branches: node.branches)
    })
}
