// What is drawn of an instance: where it is, was and will be.

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct FigureTests {
  private static let checks = """
      - task: receipts
        assign: { group: receipts }
      - parallel: checks
        branches:
          - branch: money
            elements:
              - approval: both
                steps:
                  - step: pair
                    assign: { users: [ann, bob] }
                    policy: all
                  - step: sue
                    assign: { user: sue }
          - branch: rules
            elements:
              - decision: abroad
                when: country != "DK"
                yes:
                  - task: tax
                    assign: { user: frank }
              - task: file
                assign: { user: frank }
      - automated: post
        run: post
    """

  private func figure(_ bench: Bench, _ id: DocumentID) throws -> WorkflowFigure {
    let detail = try bench.engine.instance(try bench.instance(of: id).id, as: Bench.root)
    return try #require(detail.figure)
  }

  @Test("a figure marks what is done, where the instance is, what comes and what is passed by")
  func marks() throws {
    let bench = try Bench(Self.checks)
    let id = try bench.underWay()
    try bench.act(.complete, id, by: "ann")
    try bench.run()
    try bench.act(.approve, id, by: "ann")
    try bench.run()
    let figure = try figure(bench, id)
    #expect(figure.begin.mark == .done)
    #expect(figure.end.mark == .toCome)
    #expect(figure.nodes.map(\.name) == ["receipts", "checks", "post"])
    #expect(figure.nodes.map(\.mark) == [.done, .here, .toCome])
    #expect(figure.nodes[0].note?.hasPrefix("Ann Vik") == true)
    let branches = figure.nodes[1].branches
    let pair = try #require(branches[0].nodes.first)
    #expect(pair.steps.map(\.mark) == [.here, .toCome])
    #expect(pair.steps[0].parts == ["✓Ann Vik", "●Bob Ost", "1/2"])
    #expect(pair.steps[1].parts == ["user sue"])
    let abroad = branches[1].nodes[0]
    #expect(abroad.mark == .done)
    #expect(abroad.branches.map(\.label) == ["no", "yes"])
    #expect(abroad.branches.map(\.mark) == [.done, .skipped])
    #expect(abroad.branches[1].nodes.map(\.mark) == [.skipped])
    #expect(branches[1].nodes[1].mark == .here)
  }

  @Test("a figure of the past has the marks of then")
  func past() throws {
    let bench = try Bench(Self.checks)
    let id = try bench.underWay()
    let instance = try bench.instance(of: id).id
    let before = try bench.engine.instance(instance, at: nil, as: Bench.root)
    bench.clock.advance(by: .seconds(60))
    try bench.act(.complete, id, by: "ann")
    try bench.run()
    let now = try bench.engine.instance(instance, at: nil, as: Bench.root)
    let then = try bench.engine.instance(instance, at: before.point.message, as: Bench.root)
    #expect(now.figure?.nodes.map(\.mark) == [.done, .here, .toCome])
    #expect(before.figure?.nodes[0].note == "waits for Ann Vik, Bob Ost")
    #expect(then.figure?.nodes[0].note?.hasPrefix("waits for Ann Vik") == true)
    #expect(then.openItems.map(\.status) == [.open])
    #expect(then.figure?.nodes.map(\.mark) == [.here, .toCome, .toCome])
  }

  @Test("what sent the document back is marked, and with whom it is")
  func sentBack() throws {
    let bench = try Bench(Elements.receipts)
    let id = try bench.underWay()
    try bench.act(.reject, id, by: "ann", comment: "no")
    try bench.run()
    let node = try #require(try figure(bench, id).nodes.first)
    #expect(node.mark == .sentBack)
    #expect(node.note == "with Sam Holt")
  }

  @Test("a repetition tells its round, and its way out is to come until it ends")
  func rounds() throws {
    let bench = try Bench(
      """
        - repeat: again
          while: amount > 100
          at-most: 2
          elements:
            - task: look
              assign: { user: ann }
      """)
    let id = try bench.underWay()
    try bench.act(.complete, id, by: "ann")
    try bench.run()
    let node = try #require(try figure(bench, id).nodes.first)
    #expect(node.note == "round 2 of 2")
    #expect(node.branches.map(\.mark) == [.toCome, .here])
    try bench.act(.complete, id, by: "ann")
    try bench.run()
    let ended = try figure(bench, id)
    #expect(ended.end.mark == .done)
    #expect(ended.nodes[0].branches.map(\.mark) == [.done, .done])
  }

  @Test("a figure without an instance has no marks and says who will be asked")
  func alone() throws {
    let (definition, _) = WorkflowDefinition.parse(
      "workflow: w\ntitle: W\ntype: note\nelements:\n" + Self.checks, file: "w")
    let figure = WorkflowFigure(try #require(definition))
    #expect(figure.nodes.allSatisfy { $0.mark == nil })
    #expect(figure.nodes[0].captions == ["group receipts"])
    #expect(figure.nodes[1].captions == ["all"])
    #expect(figure.nodes[1].branches[0].nodes[0].steps[0].parts == ["users ann, bob", "all"])
  }
}
