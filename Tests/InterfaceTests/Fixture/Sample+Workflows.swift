// Sample versions of workflows.

import Screen
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

extension Sample {
  static let findings = [
    Finding(
      severity: .error, location: SourceLocation(file: "the text", line: 12, column: 15),
      message: "there is no group “recepits”", remedy: "did you mean “receipts”?"),
    Finding(
      severity: .warning, location: SourceLocation(file: "the text", line: 20, column: 9),
      message: "the assignment resolves to nobody for Sue Lind",
      remedy: "give it a `fallback`"),
  ]

  static func version(
    _ workflow: WorkflowID, _ number: Int, isActive: Bool = false, instances: Int = 0,
    findings: [Finding] = [], title: String = "Expense report approval",
    comment: String? = "limits of 2026", reason: String? = nil
  ) -> WorkflowVersionRow {
    WorkflowVersionRow(
      workflow: workflow, version: number, type: "expense-report", typeTitle: "Expense report",
      title: title, isActive: isActive, savedAt: stamp("2026-03-01T09:00:00Z"),
      savedByName: "Carol Dahl", comment: comment, openInstances: instances,
      hasMoreInstances: false, findings: findings, reasonAgainstKeeping: reason)
  }

  static let versions = [
    version("expense-approval", 3, findings: findings),
    version("expense-approval", 2, isActive: true, instances: 12),
    version("expense-approval", 1, instances: 1, comment: nil),
    version("expense-line", 1, findings: [findings[1]], title: "A line"),
  ]

  static let workflowSource = "workflow: expense-approval\ntitle: Approval\ntype: expense-report\n"

  static func versionDetail(
    _ row: WorkflowVersionRow, deleting: String? = nil, deletingAll: String? = "it is needed",
    figure: WorkflowFigure? = DiagramSamples.plain
  ) -> WorkflowVersionDetail {
    WorkflowVersionDetail(
      row: row, source: workflowSource,
      versions: versions.filter { $0.workflow == row.workflow }, reasonAgainstDeleting: deleting,
      reasonAgainstDeletingAll: deletingAll, reasonAgainstDeactivating: nil, figure: figure)
  }

  static func check(
    _ findings: [Finding] = [], workflow: WorkflowID? = "expense-approval", newest: Int? = 3
  ) -> WorkflowCheck {
    WorkflowCheck(
      workflow: workflow, type: "expense-report", title: "Approval", newest: newest,
      changes: [.init(.element(ElementPath(["management"]), kind: "approval"), .added)],
      findings: findings, figure: DiagramSamples.plain)
  }

  static func simulation(isCompleted: Bool = true) -> SimulationReport {
    func entry(
      _ event: HistoryEvent?, _ words: String, element: String? = "review-receipts",
      step: String? = nil, people: [PersonID] = [], answer: String? = nil
    ) -> SimulationReport.Entry {
      var entry = SimulationReport.Entry(
        at: now, line: nil, element: element.map { ElementPath([$0]) }, step: step, event: event,
        words: words, values: [])
      entry.people = people
      entry.answer = answer
      return entry
    }
    return SimulationReport(
      workflow: "expense-approval", version: 3, title: "Expense report approval",
      document: "Fair in Oslo", documentID: "ER-000017",
      entries: [
        entry(.workflowStarted, "workflow started", element: nil),
        entry(.elementStarted, "element started"),
        entry(nil, "asks Ivan Petrov", people: ["ivan"], answer: "complete"),
        entry(.elementEnded, "element ended, completed"),
        entry(.elementStarted, "element started", element: "management"),
        entry(.stepSkipped, "step skipped", element: "management", step: "board"),
        entry(.elementEnded, "element ended, completed", element: "management"),
      ], ending: isCompleted ? "it is approved" : "it waits: board", isCompleted: isCompleted,
      findings: [], unusedAnswers: ["audit"])
  }
}

extension InterfaceState {
  /// On the page of workflows, with the sample versions and the selected one read.
  static func workflows(
    size: Size = Size(columns: 80, rows: 24), isAdministrator: Bool = true,
    rows: [WorkflowVersionRow] = Sample.versions
  ) -> InterfaceState {
    var state = InterfaceState.sample(size: size, isAdministrator: isAdministrator)
    state.press("6")
    state.answer(.workflows, .workflows(rows))
    state.readSelectedWorkflow()
    return state
  }

  /// Answers the reading of the selected version.
  mutating func readSelectedWorkflow(deleting: String? = nil) {
    guard let row = page.workflows?.selected else { return }
    answer(
      .workflow(row.workflow, row.version),
      .workflow(Sample.versionDetail(row, deleting: deleting)))
  }

  @discardableResult
  mutating func answer(_ order: WorkflowOrder, _ answer: WorkflowAnswer) -> [Effect] {
    let effects = update(.workflowAnswered(order, .success(answer)))
    shown()
    return effects
  }
}

extension [Effect] {
  var orders: [WorkflowOrder] {
    compactMap { if case .workflow(let order, _) = $0 { order } else { nil } }
  }

  var edits: [(text: String, line: Int?)] {
    compactMap { if case .editText(let text, let line, _) = $0 { (text, line) } else { nil } }
  }
}

extension DiagramSamples {
  /// The workflow of ``underWay`` without an instance.
  static let plain = WorkflowFigure(
    workflow: underWay.workflow, title: underWay.title, begin: .init("submitted"),
    end: .init("approved"), nodes: underWay.nodes.map(\.plain))
}

extension FigureNode {
  fileprivate var plain: FigureNode {
    FigureNode(
      path: path, name: name, shape: shape, captions: captions,
      steps: steps.map { FigureStep(name: $0.name, parts: []) },
      branches: branches.map {
        FigureBranch(label: $0.label, ending: $0.ending, nodes: $0.nodes.map(\.plain))
      })
  }
}
