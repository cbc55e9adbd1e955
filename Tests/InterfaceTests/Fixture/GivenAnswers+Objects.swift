// Documents, instances, workflows and figures for the answers that pages get.

import Screen
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

extension GivenAnswers {
  var overview: QueueOverview {
    switch content {
    case .empty:
      QueueOverview(
        counts: QueueCounts(ready: 0, waiting: 0, stopped: 0, handled: 0),
        settings: BatchJobSettings(), runner: nil, lastBatchAt: nil, waitedMedian: nil,
        waited99th: nil, at: Sample.now)
    case .typical, .hostile: Sample.overview()
    case .full:
      QueueOverview(
        counts: QueueCounts(ready: 98_765, waiting: 43_210, stopped: 1_234, handled: 12_345_678),
        settings: BatchJobSettings(), runner: Sample.overview().runner, lastBatchAt: Sample.now,
        waitedMedian: .milliseconds(2), waited99th: .milliseconds(31), at: Sample.now,
        waits: [120, 61, 12, 4, 0, 2, 1])
    }
  }

  var system: SystemOverview {
    switch content {
    case .empty: return Sample.system(tallies: QueueTallies(), ways: [])
    case .typical: return Sample.system()
    case .full: return Sample.system(tallies: Sample.tallies(more: 12_345_678))
    case .hostile:
      var tallies = Sample.tallies(more: 12_345_678)
      tallies[.discarded] = 1_234_567
      let ways = Hostile.texts.enumerated().map { index, text in
        Sample.way(Int64(2000 - index), .elementStarted, posts: [], document: text)
      }
      return Sample.system(tallies: tallies, ways: ways)
    }
  }

  /// - Parameter id: ER-000021 is a draft of the person who looks.
  func document(_ id: DocumentID) -> DocumentDetail {
    let name = id.rawValue
    guard id == "ER-000021" else {
      return switch content {
      case .empty: Sample.detail(name, lines: [], actions: [], findings: [], items: [])
      case .typical: Sample.detail(name)
      case .full: Sample.detail(name, lines: lines, findings: findings)
      case .hostile:
        Sample.detail(
          name, title: Hostile.texts[3], lines: lines,
          actions: [ActionAvailability(.submit, reason: Hostile.texts[0])], findings: findings,
          originatorName: Hostile.texts[1])
      }
    }
    return Sample.draft(lines: lines)
  }

  private var lines: [Record] {
    switch content {
    case .empty: []
    case .typical: Sample.lines
    case .full:
      (1...60).map {
        Sample.line(
          "2026-03-03", "hotel", "A hotel with a long name \($0)", Int64($0) * 1_234_567,
          receipts: ["r1.pdf", "r2.pdf"], comment: "with a comment that goes on for some words")
      }
    case .hostile: Hostile.texts.map { Sample.line("2026-03-03", "meals", $0, 1250, comment: $0) }
    }
  }

  private var findings: [DocumentFinding] {
    rows(
      typical: [],
      full: {
        DocumentFinding(
          $0 % 2 == 0 ? .error : .warning, rule: "r", message: "finding \($0) about this line",
          line: $0)
      }, hostile: { DocumentFinding(.error, rule: "r", message: $1, line: $0) })
  }

  var instance: InstanceDetail {
    switch content {
    case .empty:
      let row = Sample.instanceRow(13, "Fair in Oslo", .pending, element: nil)
      return InstanceDetail(
        row: row, document: Sample.documentRow(17, "Fair in Oslo", .submitted), outline: [],
        openItems: [], history: [], pendingMessages: [], actions: [], next: [], figure: nil)
    case .typical: return Sample.instanceDetail()
    case .full:
      var detail = Sample.instanceDetail(savedPoint: 1_234, figure: figure)
      detail.children = (1...30).map { number in
        var row = Sample.instanceRow(Int64(100 + number), "Fair in Oslo", .pending)
        row.parent = InstanceID(13)
        row.line = number
        return InstanceChild(row: row, element: ElementPath(["e1"]), people: ["Sue Lind"])
      }
      return detail
    case .hostile:
      return Sample.instanceDetail(
        title: Hostile.texts[0], error: Hostile.texts[3], figure: figure)
    }
  }

  var explanation: Explanation {
    let text = content == .hostile ? Hostile.texts[0] : "In review since 09:11."
    return Explanation(
      document: Sample.documents[1], person: "frank", standing: text,
      waiting: content == .empty
        ? [] : [.init(item: Sample.item(31, document: "ER-000009"), people: ["Sue Lind"])],
      actions: Action.allCases.map { action in
        ActionAvailability(
          action,
          reason: content == .hostile
            ? Hostile.texts[2] : action == .comment ? nil : "you are not assigned to it")
      },
      next: content == .empty ? [] : ["post", "payment"], error: nil,
      hindrances: content == .hostile ? Hostile.texts : [])
  }

  /// What a workflow looks like.
  var figure: WorkflowFigure? {
    switch content {
    case .empty: return nil
    case .typical: return DiagramSamples.plain
    case .full:
      var random = RandomFigure(seed: 7, elements: 40)
      return random.figure()
    case .hostile:
      return WorkflowFigure(
        workflow: "hostile", title: Hostile.texts[0], begin: .init("submitted"),
        end: .init("approved"),
        nodes: Hostile.texts.enumerated().map { index, text in
          FigureNode(
            path: ElementPath(["e\(index)"]), name: text, shape: index % 2 == 0 ? .box : .approval,
            mark: .here, captions: [text], note: text,
            steps: [FigureStep(name: text, parts: [text])])
        })
    }
  }

  func workflow(_ id: WorkflowID, _ version: Int) -> WorkflowVersionDetail {
    let (text, findings) = (Hostile.texts[3], Hostile.workflows[3].findings)
    let row =
      switch content {
      case .empty: Sample.version(id, version, comment: nil)
      case .typical: Sample.version(id, version, findings: version == 3 ? Sample.findings : [])
      case .full:
        Sample.version(
          id, version, isActive: true, instances: 12_345,
          findings: Array(repeating: Sample.findings, count: 30).flatMap { $0 })
      case .hostile: Sample.version(id, version, findings: findings, title: text, comment: text)
      }
    return Sample.versionDetail(row, figure: figure)
  }

  var simulation: SimulationReport {
    let sample = Sample.simulation()
    let entries =
      switch content {
      case .empty: [SimulationReport.Entry]()
      case .typical: sample.entries
      case .full: Array(repeating: sample.entries, count: 20).flatMap { $0 }
      case .hostile:
        Hostile.texts.enumerated().map { index, text in
          SimulationReport.Entry(
            at: Sample.now, line: nil, element: ElementPath(["e\(index)"]), step: text,
            event: .elementStarted, words: text, values: [])
        }
      }
    return SimulationReport(
      workflow: sample.workflow, version: sample.version, title: sample.title,
      document: content == .hostile ? Hostile.texts[0] : sample.document,
      documentID: sample.documentID, entries: entries, ending: sample.ending,
      isCompleted: sample.isCompleted, findings: [], unusedAnswers: sample.unusedAnswers)
  }

  var statistics: StatisticsAnswer {
    switch content {
    case .empty:
      StatisticsAnswer(
        statistics: Statistics(
          elements: [], steps: [], people: [], waiting: DurationSummary(DurationHistogram()),
          throughput: DurationSummary(DurationHistogram()), periods: [], open: 0, overdue: 0,
          calendar: nil), workflows: [], at: Sample.now, took: .milliseconds(1))
    case .typical, .full: Sample.counted()
    case .hostile:
      StatisticsAnswer(
        statistics: Sample.statistics(Hostile.texts[3]), workflows: [WorkflowID(Hostile.texts[0])],
        at: Sample.now, took: .milliseconds(1))
    }
  }

  var person: PersonDetail {
    switch content {
    case .empty:
      PersonDetail(row: Sample.entries[0].row, managers: [], delegations: nil, items: nil)
    case .typical, .full: Sample.person("sue")
    case .hostile:
      PersonDetail(
        row: PersonRow(
          Person(id: "sue", name: Hostile.texts[3], mail: Hostile.texts[0]), Sample.organization,
          today: Day(iso8601: "2026-03-03") ?? .earliest),
        managers: Sample.organization.people, delegations: Sample.delegations,
        items: Window(rows: Hostile.inbox, next: nil))
    }
  }

  var editing: EditorContext {
    EditorContext(
      today: Day(iso8601: "2026-03-03") ?? .earliest, currency: .euro,
      suggestions: ["merchant": content == .hostile ? Hostile.texts.map { Suggestion($0) } : []])
  }
}
