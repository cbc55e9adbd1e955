// Workflows that tests draw.

import ApplicationRuntime
import Testing
import Workflow

@testable import Interface

enum DiagramSamples {
  static func figure(_ source: String) throws -> WorkflowFigure {
    let (definition, findings) = WorkflowDefinition.parse(source, file: "sample")
    return WorkflowFigure(try #require(definition, "\(findings)"))
  }

  /// Every kind of element.
  static let everyKind = """
    workflow: everything
    title: Every kind of element
    type: expense-report
    elements:
      - task: review-receipts
        assign: { group: receipts }
      - approval: management
        steps:
          - step: manager
            assign: { hierarchy: manager, from: originator }
          - step: board
            when: total > 10000
            assign: { group: board }
            policy: majority
      - parallel: checks
        join: all
        branches:
          - branch: budget
            elements:
              - task: check-budget
                assign: { user: ivan }
          - branch: tax
            elements:
              - decision: foreign
                when: country != "DK"
                yes:
                  - task: check-tax
                    assign: { user: tara }
      - choice: way
        assign: { group: finance }
        outcomes:
          pay:
            elements:
              - automated: pay-now
                run: pay
          hold: {}
      - lines: each-line
        route:
          - { when: line.amount > 100, workflow: large-line }
        otherwise: expense-line
      - repeat: until-complete
        while: missing > 0
        at-most: 3
        elements:
          - task: complete-receipts
            assign: { originator: true }
      - subworkflow: advance
        workflow: settle-advance
        document: cash-advance
      - automated: post
        run: post-to-ledger
    """
}

extension DiagramSamples {
  /// An instance of a workflow like the one of SCREENS: in its second step, with two checks to come.
  static let underWay = WorkflowFigure(
    workflow: "expense-approval", title: "Expense report approval",
    begin: .init("submitted", mark: .done), end: .init("approved", mark: .toCome),
    nodes: [
      FigureNode(
        path: ElementPath(["review-receipts"]), name: "review-receipts", shape: .box, mark: .done,
        note: "Ivan, 4 m"),
      FigureNode(
        path: ElementPath(["management"]), name: "management", shape: .approval, mark: .here,
        steps: [
          FigureStep(name: "manager", mark: .done, parts: ["✓Frank", "7 m"]),
          FigureStep(name: "board", mark: .here, parts: ["✓Ann", "●Sue", "●Bill", "1/2"]),
        ]),
      FigureNode(
        path: ElementPath(["checks"]), name: "checks", shape: .fork, mark: .toCome,
        captions: ["all"],
        branches: [
          FigureBranch(
            label: "", mark: .toCome, nodes: [box("checks/budget/check-budget", .toCome)]),
          FigureBranch(
            label: "", mark: .toCome,
            nodes: [
              FigureNode(
                path: ElementPath(parsing: "checks/tax/foreign"), name: "foreign",
                shape: .question, mark: .toCome, captions: ["country != \"DK\"?"],
                branches: [
                  FigureBranch(label: "no", mark: .toCome, nodes: []),
                  FigureBranch(
                    label: "yes", mark: .toCome,
                    nodes: [box("checks/tax/foreign/yes/check-tax", .toCome)]),
                ])
            ]),
        ]),
      box("old-way", .skipped), box("pay", .sentBack),
    ])

  static func box(_ path: String, _ mark: OutlineElement.Mark?) -> FigureNode {
    let path = ElementPath(parsing: path)
    return FigureNode(path: path, name: path.name, shape: .box, mark: mark)
  }
}
