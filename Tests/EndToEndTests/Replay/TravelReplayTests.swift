// Ten thousand real declarations, replayed through the program, event by event.

import Foundation
import Testing
import Workflow
import WorkflowRuntime

@Suite("Replay of the travel log", .serialized)
struct TravelReplayTests {
  @Test("an event of the log means what its name says")
  func meanings() {
    let at = Timestamp(microseconds: 0)
    func meaning(_ name: String) -> TravelEvent.Meaning { TravelEvent(name: name, at: at).meaning }
    #expect(meaning("Declaration SUBMITTED by EMPLOYEE") == .submitted)
    #expect(meaning("Declaration FINAL_APPROVED by BUDGET OWNER") == .approved(by: "budget-owner"))
    #expect(meaning("Declaration REJECTED by PRE_APPROVER") == .rejected(by: "pre-approver"))
    #expect(meaning("Declaration REJECTED by EMPLOYEE") == .recalled)
    #expect(meaning("Declaration REJECTED by MISSING") == .canceled)
    #expect(meaning("Declaration FOR_APPROVAL by SUPERVISOR") == .unknown)
  }

  @Test("a case becomes lines, with the roles that act until the next submission as tags")
  func lines() throws {
    let log = """
      <log><trace><string key="concept:name" value="declaration 1"/>
      <float key="Amount" value="26.854"/>
      <event><string key="concept:name" value="Declaration SUBMITTED by EMPLOYEE"/>
      <date key="time:timestamp" value="2017-01-09T09:49:50.000+01:00"/></event>
      <event><string key="concept:name" value="Declaration REJECTED by SUPERVISOR"/>
      <date key="time:timestamp" value="2017-01-09T09:49:51.000+01:00"/></event>
      <event><string key="concept:name" value="Declaration SUBMITTED by EMPLOYEE"/>
      <date key="time:timestamp" value="2017-01-09T09:49:52.000+01:00"/></event>
      </trace></log>
      """
    let found = try TravelLog.cases(of: Data(log.utf8))
    let plan = TravelReplay(try #require(found.first), index: 0).plan
    #expect(
      plan.lines.map { $0.line.json["do"]?.string } == [
        "report new", "submit", "reject", "report set", "resubmit",
      ])
    let report = try #require(plan.lines.first?.line.json["report"])
    #expect(report["tags"] == ["supervisor"])
    #expect(report["lines"]?.array?.first?["amount"] == "26.85")
    #expect(plan.lines.first?.line.json["at"] == "2017-01-09T08:49:50Z")
    #expect(plan.lines[3].line.json["fields"] == ["tags": []])
  }

  @Test(
    "at least 99.5 % of the cases run as they did, event by event, to the same end",
    .enabled(if: Repository.hasTravelLog, "the log is not beside the repository"))
  func replay() throws {
    let place = try Place()
    let cases = try TravelLog.read(
      Repository.travelLog, unpackedTo: place.folder + "/log.xes")
    #expect(cases.count == 10_500)
    let plans = cases.enumerated().map { TravelReplay($1, index: $0).plan }
    let lines = plans.flatMap(\.lines).enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element.line)
    try makeStore(place)
    let file = try place.file(
      "lines.jsonl", lines.map { $0.json.text + "\n" }.joined())

    let program = try place.start(
      "batch", ["batch", file, "--as", "administrator"])
    let status = program.waitForEnd(within: .seconds(1800))
    let seconds = (ContinuousClock.now - program.startedAt).inSeconds
    let answers = try place.output("batch").split(separator: "\n").map(String.init)
    let errors = try place.errors("batch")
    #expect(status == 0 || status == 2, "\(errors)")
    try #require(answers.count == lines.count)

    var comparison = ReplayComparison(plans: plans, lines: lines, answers: answers)
    try comparison.compare(withStoreAt: place.store)
    print(comparison.summary(lines: lines.count, seconds: seconds))
    #expect(comparison.fitting * 1000 >= cases.count * 995)
    let afterwards = try place.ask("status", "--as", "administrator")
    #expect(afterwards.item["queue"]?["ready"] == 0 && afterwards.item["queue"]?["stopped"] == 0)
    #expect(afterwards.item["instances"]?["stopped"] == 0)
  }

  private func makeStore(_ place: Place) throws {
    let made = try place.run(
      "init", "--organization", Repository.fixture("travel-organization.yaml"), "--test-clock")
    try #require(made.status == 0, "\(made.errors)")
    let saved = try place.run(
      "workflow", "save", Repository.fixture("travel-declaration.yaml"), "--activate", "--yes",
      "--as", "administrator")
    try #require(saved.status == 0, "\(saved.errors)")
  }
}
