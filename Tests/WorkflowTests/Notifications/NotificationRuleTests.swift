// Who is told of what, as a workflow says it, and what is wrong with it (SPEC 10).

import Testing
import Workflow

@Suite struct NotificationRuleTests {
  private func findings(head: String = "priority: 7", element: String = "{}") -> [String] {
    let yaml = """
      workflow: w
      title: W
      type: expense-report
      \(head)
      elements:
        - approval: a
          notify: \(element)
          steps: [ { step: s, assign: { user: ann } } ]
      """
    let (_, findings) = WorkflowDefinition.check(yaml, file: "w.yaml", in: RefusalFiles.context)
    return findings.map(\.place)
  }

  private func rules(_ notify: String) throws -> [NotificationRule] {
    let yaml = """
      workflow: w
      title: W
      type: expense-report
      owner: carol
      notify: \(notify)
      elements: [ { task: a, assign: { user: ann }, notify: { reject: participants } } ]
      """
    let (definition, findings) = WorkflowDefinition.parse(yaml, file: "w.yaml")
    #expect(findings.isEmpty)
    let found = try #require(definition)
    #expect(
      found.elements[0].notifications.rules.map { "\($0.event) \($0.receivers)" } == [
        "reject [participants]"
      ])
    return found.notifications.rules
  }

  @Test("A workflow tells users, those in it already, and superiors, each in words of its own")
  func read() throws {
    let rules = try rules(
      """
      { stopped: [owner, involved], started: [], completed: [originator, { user: sue },
      { hierarchy: manager, until: signing_limit > total },
      { to: [administrators], text: { en: "Done: {last comment}", da: "Klar {total}" } }] }
      """)
    #expect(
      rules.map { "\($0.event) \($0.receivers)" } == [
        "stopped [owner, involved]", "started []", "completed [administrators]",
        "completed [originator, user sue, "
          + "hierarchy manager from originator until signing_limit > total]",
      ])
    #expect(rules[2].text?.template(in: "da").source == "Klar {total}")
    #expect(NotificationRules(rules).rules(of: .canceled) == nil)
    #expect(NotificationRules(rules).rules(of: .started)?.first?.receivers.isEmpty == true)
  }

  @Test(
    "A workflow with a mistake in notify is refused at line:column",
    arguments: [
      ("{ finished: [owner] }", "4:11 `finished` is no event that is told here"),
      ("{ approve: [owner] }", "4:11 `approve` is no event that is told here"),
      ("{ completed: [originater] }", "4:23 unknown receiver `originater`"),
      ("{ completed: [{ user: zoe }] }", "4:31 unknown user `zoe`"),
      ("{ completed: [owner] }", "4:23 the workflow has no owner to be asked"),
      ("{ completed: [{ group: taxes }] }", "4:32 unknown group `taxes`"),
      (
        "{ completed: { to: [originator], text: \"of {totl}\" } }",
        "4:53 unknown placeholder `{totl}`"
      ),
      ("{ completed: { text: x } }", "4:22 `to` is missing"),
      ("{ completed: [[originator]] }", "4:23 a receiver is a word or a mapping, found a list"),
    ])
  func mistakes(notify: String, place: String) {
    #expect(findings(head: "notify: " + notify) == [place])
  }

  @Test("An event of a workflow is told where it may stand, and one of a task likewise")
  func places() {
    #expect(
      findings(element: "{ completed: [originator] }") == [
        "7:15 `completed` is no event that is told here"
      ])
    #expect(
      findings(element: "{ complete: [originator] }") == [
        "7:15 `complete` is no event that is told here"
      ])
    #expect(findings(element: "{ approve: [involved], overdue: { hierarchy: manager } }") == [])
  }
}
