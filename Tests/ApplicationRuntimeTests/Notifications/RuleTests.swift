// The rules of workflows at work: receivers, words, languages (SPEC 10).

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite struct RuleTests {
  private func bench(_ notify: String, element: String = "{}") throws -> Bench {
    let bench = try Bench()
    try bench.activate(
      """
        - approval: manager
          notify: \(element)
          steps: [ { step: boss, assign: { user: frank } } ]
      """, head: "owner: root\nnotify: \(notify)")
    return bench
  }

  private func approved(_ bench: Bench, comment: String? = "fine") throws {
    let id = try bench.underWay()
    try bench.act(.approve, id, by: "frank", comment: comment)
    try bench.run()
  }

  @Test("A rule takes the place of the usual receivers of a completion; an empty one tells nobody")
  func replaced() throws {
    let bench = try bench("{ started: [owner], completed: [{ user: sue }] }")
    try approved(bench)
    #expect(try bench.events(toldTo: "sam") == [])
    #expect(try bench.events(toldTo: "sue") == [.completed])
    #expect(try bench.events(toldTo: "root") == [.started])
    let silent = try self.bench("{ completed: [] }")
    try approved(silent)
    #expect(try silent.events(toldTo: "sam") == [])
  }

  @Test("Words of a rule name the last comment, who acted, where, and fields of the document")
  func words() throws {
    let bench = try bench(
      """
      { completed: { to: [originator], text: "{receiver}: {workflow} {event} {last-comment} {amount}" } }
      """,
      element: """
        { approve: { to: [originator],
            text: "{actor} in {element}/{step} of {document.title}: {last comment}" } }
        """)
    try approved(bench)
    #expect(
      try bench.told("sam") == [
        "approve: Frank Berg in manager/boss of Trip: fine",
        "completed: Sam Holt: Usual completed fine \(Money(minorUnits: 50000, currency: .euro))",
      ])
  }

  @Test("The last comment is the latest that anybody said, also after a return")
  func lastComment() throws {
    let bench = try bench("{ completed: { to: [originator], text: \"{last comment}\" } }")
    let id = try bench.underWay(500)
    try bench.act(.reject, id, by: "frank", comment: "no receipt")
    try bench.run()
    try bench.engine.perform(
      ActionRequest(.resubmit, .document(id), comment: "attached"), by: Actor("sam"))
    try bench.run()
    try bench.act(.approve, id, by: "frank", comment: nil)
    try bench.run()
    let told = try bench.told("sam")
    #expect(told.last == "completed: attached")
  }

  @Test("Everybody reads the words in their own language")
  func languages() throws {
    let bench = try bench(
      "{ completed: { to: [originator, { user: sue }], text: { en: Done, da: Klar } } }")
    try bench.engine.loadOrganization(
      Bench.organization.replacing("name: Sue Lind,", with: "name: Sue Lind, language: da,"),
      file: "o.yaml", by: Bench.root)
    try approved(bench)
    #expect(try bench.told("sam") == ["completed: Done"])
    #expect(try bench.told("sue") == ["completed: Klar"])
  }

  @Test("One person gets one notification per event, in the words of the first rule")
  func once() throws {
    let bench = try bench(
      """
      { completed: [ { to: [{ user: sam }], text: First }, { to: [involved], text: Second },
                     originator, { users: [sam, sue] } ] }
      """)
    try approved(bench)
    #expect(try bench.told("sam") == ["completed: First"])
    #expect(try bench.told("frank").last == "completed: Second")
    #expect(try bench.told("root") == ["completed: Second"])
    #expect(try bench.events(toldTo: "sue") == [.completed])
  }

  @Test("Participants, superiors up to a condition, and a field's person are told")
  func receivers() throws {
    let bench = try bench(
      "{ completed: [{ hierarchy: manager, until: signing_limit > amount, take: last }] }",
      element: "{ approve: [participants, previous-approver] }")
    let id = try bench.underWay(2_000)
    try bench.act(.approve, id, by: "frank")
    try bench.run()
    #expect(try bench.events(toldTo: "sue") == [.completed])
    #expect(try bench.events(toldTo: "frank") == [.assigned, .approve])
  }

  @Test("A rule that cannot be followed tells nobody, and stops nothing")
  func failing() throws {
    let bench = try bench(
      "{ completed: [{ hierarchy: manager, until: share / 0 > 1 }, originator] }")
    try approved(bench)
    #expect(try bench.events(toldTo: "sam") == [.completed])
    #expect(try bench.events(toldTo: "frank") == [.assigned])
  }

  @Test("Notifications of lines are one for each document and event, counted, until it is read")
  func lines() throws {
    let bench = try Bench()
    try bench.activate(Elements.manager, id: "each", head: "level: line")
    try bench.activate("  - lines: each-line\n    otherwise: each")
    let rows = (1...3).map { number -> Record in ["item": .text("item \(number)")] }
    let fields: Record = [
      "subject": "Trip", "amount": .money(Money(minorUnits: 500, currency: .euro)),
    ]
    let id = try bench.engine.createDocument(
      type: "note", content: DocumentContent(fields: fields, lines: rows), by: Actor("sam")
    ).id
    try bench.act(.submit, id, by: "sam")
    try bench.run()
    #expect(try bench.events(toldTo: "frank") == [.assigned])
    #expect(try bench.told("frank")[0].hasSuffix("(and 2 more like it)"))
    try bench.engine.markAllNotificationsRead(by: Actor("frank"))
    let items = try bench.openItems(of: id)
    try bench.engine.perform(
      .init(.reject, .item(items[0].id), comment: "no"), by: Actor("frank"))
    try bench.run()
    #expect(try bench.events(toldTo: "sam") == [.returned])
    try bench.engine.perform(
      .init(.resubmit, .document(id), comment: "so"), by: Actor("sam"))
    try bench.run()
    #expect(try bench.events(toldTo: "frank") == [.assigned, .assigned])
    #expect(try bench.told("frank").last?.contains("more like it") == false)
    for item in try bench.openItems(of: id) {
      try bench.engine.perform(.init(.approve, .item(item.id)), by: Actor("frank"))
    }
    try bench.run()
    #expect(try bench.events(toldTo: "sam") == [.returned, .completed])
  }
}
