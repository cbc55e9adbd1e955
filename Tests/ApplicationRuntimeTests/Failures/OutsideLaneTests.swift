// So many calls of a handler outside at once, whatever becomes of them.

import Dispatch
import Synchronization
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct OutsideLaneTests {
  private func call(atOnce: Int) throws -> OutsideCall {
    let organization = try #require(
      Organization.parse(Bench.organization, file: "organization.yaml").organization)
    let now = Timestamp(microseconds: 0)
    return OutsideCall(
      handler: "note/mail", document: "NO-000001", timeout: .seconds(1), atOnce: atOnce,
      body: { _ in nil },
      context: OutsideContext(
        event: HandlerEvent(
          type: .automatedExecution, instance: InstanceID(1), workflow: "w", version: 1,
          element: nil, pass: nil, step: nil, outcome: nil, line: nil, idempotencyKey: "k", at: now),
        document: Document(
          id: "NO-000001", type: "note", title: "Trip", originator: "sam", status: .inReview,
          waitingFor: nil, total: nil, revision: 1, content: DocumentContent(), editableBy: nil,
          instance: nil, createdAt: now, submittedAt: nil, changedAt: now),
        organization: organization),
      isEnded: { _ in })
  }

  @Test("calls over the number at once wait for a place, in order")
  func waiting() throws {
    var lane = OutsideLane()
    let calls = try (0..<4).map { _ in try call(atOnce: 2) }
    #expect(calls.map { lane.admit($0) } == [.starts, .starts, .waits, .waits])
    #expect(lane.leave(wasHanging: false) === calls[2])
    #expect(lane.leave(wasHanging: false) === calls[3])
    #expect(lane.leave(wasHanging: false) == nil)
    #expect(lane.admit(calls[0]) == .starts)
  }

  @Test("when every place hangs, those that wait fail and more are refused, until one comes back")
  func hanging() throws {
    var lane = OutsideLane()
    let calls = try (0..<4).map { _ in try call(atOnce: 2) }
    for call in calls.prefix(3) { _ = lane.admit(call) }
    #expect(lane.hang().isEmpty)
    #expect(lane.hang().map(ObjectIdentifier.init) == [ObjectIdentifier(calls[2])])
    #expect(lane.admit(calls[3]) == .isRefused)
    #expect(lane.leave(wasHanging: true) == nil)
    #expect(lane.admit(calls[3]) == .starts)
  }

  @Test("a call ends once, by its result or by its timeout")
  func once() throws {
    let call = try call(atOnce: 1)
    #expect(call.end(.success(OutsideResult(words: "done", status: nil))))
    #expect(!call.fail(EngineError(.tryAgain, "too late")))
  }

  @Test("a hundred calls at once all come back, however few threads the machine gives a pool")
  func burst() throws {
    let bench = try Bench(Elements.mail) { $0.outsideTimeout = .seconds(60) }
    let ids = try (0..<100).map { _ in try bench.submitted() }
    try bench.run()
    for id in ids { #expect(try bench.status(id) == .approved) }
  }
}
