// One thing that a simulated run tells, and where every element is by then.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct SimulationStep: Sendable {
  /// Nil for the end.
  let entry: SimulationReport.Entry?
  let words: String
  let element: ElementPath?
  /// Whether the element is one of the workflow itself and not of a line's.
  let isOfWorkflow: Bool
  /// Whether another place begins with it: a heading stands above it.
  let place: String?
  let marks: [ElementPath: OutlineElement.Mark]
  /// The steps of approvals that were begun or passed by.
  let steps: [ElementPath: [String: OutlineElement.Mark]]

  /// The steps of a report; what only says that something began changes the marks alone.
  static func all(of report: SimulationReport) -> [SimulationStep] {
    var steps: [SimulationStep] = []
    var marks: [ElementPath: OutlineElement.Mark] = [:]
    var rounds: [ElementPath: [String: OutlineElement.Mark]] = [:]
    var place = ""
    for entry in report.entries {
      if let element = entry.element, entry.line == nil {
        for parent in element.enclosing where marks[parent] != .done { marks[parent] = .here }
        marks[element] = mark(after: entry, before: marks[element])
        if entry.event == .elementStarted { rounds[element] = [:] }
        if let step = entry.step {
          rounds[element, default: [:]][step] = mark(ofStepAfter: entry)
        }
      }
      if entry.event == .elementStarted || entry.event == .stepStarted { continue }
      let here = [entry.line.map { "line \($0)" }, entry.element?.description, entry.step]
        .compactMap { $0 }.joined(separator: " · ")
      steps.append(
        SimulationStep(
          entry: entry, words: entry.words, element: entry.element,
          isOfWorkflow: entry.line == nil, place: here == place || here.isEmpty ? nil : here,
          marks: marks, steps: rounds))
      place = here
    }
    if report.isCompleted { marks = marks.mapValues { $0 == .here ? .done : $0 } }
    steps.append(
      SimulationStep(
        entry: nil, words: report.ending.capitalizedFirst + ".", element: nil, isOfWorkflow: true,
        place: "the end", marks: marks, steps: rounds))
    return steps
  }

  private static func mark(ofStepAfter entry: SimulationReport.Entry) -> OutlineElement.Mark {
    switch entry.event {
    case .stepSkipped: .skipped
    case .stepCompleted: .done
    default: .here
    }
  }

  private static func mark(
    after entry: SimulationReport.Entry, before: OutlineElement.Mark?
  ) -> OutlineElement.Mark {
    switch entry.event {
    case .elementStarted: .here
    case .elementEnded: .done
    default: before ?? .here
    }
  }
}

extension ElementPath {
  /// The elements that it stands inside, the outermost first.
  fileprivate var enclosing: [ElementPath] {
    stride(from: 1, to: components.count - 1, by: 2).map {
      ElementPath(Array(components.prefix($0)))
    }
  }
}
