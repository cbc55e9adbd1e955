// Every page with nothing, with a little, with much and with bad things on it.

import InterfaceTestKit
import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

/// A page with a content, in any size.
struct Scene: Hashable, Sendable, CustomTestStringConvertible {
  enum Content: String, Sendable, CaseIterable { case empty, typical, full, hostile }

  let page: PageKind
  let content: Content

  /// What is a page of its own.
  static let pages = PageKind.allCases.filter { !PageKind.overPages.contains($0) }

  static let all = pages.flatMap { page in
    Content.allCases.map { Scene(page: page, content: $0) }
  }

  var testDescription: String { "\(page.rawValue), \(content.rawValue)" }

  /// Pages that are seen as an administrator sees them.
  private static let administrators: Set<PageKind> = [
    .queue, .system, .instances, .workflows, .workflow, .simulation, .statistics, .notifications,
  ]

  /// A robot before the page.
  ///
  /// - Parameter isAdministrator: nil for whoever usually looks at it.
  func robot(
    size: Size = Size(columns: 80, rows: 24), isAdministrator: Bool? = nil,
    configure: (inout InterfaceSetup) -> Void = { _ in }
  ) throws -> Robot {
    let answers = GivenAnswers(content: content)
    let robot = try Robot(
      .unstarted(
        isAdministrator: isAdministrator ?? Self.administrators.contains(page),
        configure: configure),
      answering: answers.answer)
    try robot.take(.named(Sample.names))
    try robot.take(.input(.resize(size)))
    try open(robot)
    return robot
  }

  private func open(_ robot: Robot) throws {
    switch page {
    case .inbox, .dialog, .buttons, .chooser, .reading, .filter, .calendar, .files: break
    case .reports: try robot.press("2")
    case .queue: try robot.press("3")
    case .system: try robot.press("4")
    case .instances: try robot.press("5")
    case .workflows: try robot.press("6")
    case .notifications: try robot.press("7")
    case .preferences: try robot.press("7 e")
    case .people: try robot.press("8")
    case .statistics: try robot.press("9")
    case .messages:
      for text in GivenAnswers(content: content).told {
        try robot.take(.notice(text, isError: text.count % 2 == 0))
      }
      try robot.press("0")
    case .document:
      try push(.document(DocumentPage(id: "ER-000012", type: "expense-report")), robot)
    case .edit:
      try push(.document(DocumentPage(id: "ER-000021", type: "expense-report")), robot)
      try robot.press("e")
    case .instance: try push(.instance(InstancePage(id: InstanceID(13))), robot)
    case .person: try push(.person(PersonPage(id: "sue")), robot)
    case .workflow: try push(.workflow(WorkflowPage(.version("expense-approval", 3))), robot)
    case .simulation:
      let answers = GivenAnswers(content: content)
      try push(
        .simulation(
          SimulationPage(
            SimulationQuestion(
              .version("expense-approval", 2), type: "expense-report", subject: "ER-000017"),
            answers.simulation, answers.figure)), robot)
    }
  }

  private func push(_ page: Page, _ robot: Robot) throws {
    try robot.change { state in state.push(page) + state.settled() }
  }
}
