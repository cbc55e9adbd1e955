// The example of SPEC 13 is read as it is meant.

import Testing
import Workflow

@Suite struct WorkflowDefinitionTests {
  @Test("The example of SPEC 13 is read without a finding and checked without an error")
  func example() throws {
    let (parsed, findings) = WorkflowDefinition.parse(
      DefinitionTestFiles.workflow, file: "expense-approval.yaml")
    #expect(findings.isEmpty, "\(findings)")
    let definition = try #require(parsed)
    #expect(definition.id == "expense-approval")
    #expect(definition.type == "expense-report")
    #expect(definition.owner == "carol")
    #expect(definition.priority == 10)
    #expect(!definition.submitterMayApprove && !definition.keepApprovals)
    #expect(definition.activation?.source == #"country == "DK" and total > 0"#)
    #expect(definition.source == DefinitionTestFiles.workflow)
    #expect(
      definition.allElements.map(\.path.description) == [
        "review-receipts", "management", "foreign", "foreign/yes/check-tax", "post",
      ])
    #expect(
      definition.allElements.map(\.kind) == ["task", "approval", "decision", "task", "automated"])
    let found = definition.check(in: DefinitionTestFiles.context())
    #expect(found.map(\.severity) == [.warning], "\(found)")
    #expect(found.first?.message.hasSuffix("resolves to nobody when jen submits") == true)
  }

  @Test("Elements hold what their keys say")
  func elements() throws {
    let parsed = WorkflowDefinition.parse(DefinitionTestFiles.workflow, file: "w.yaml")
    let definition = try #require(parsed.definition)
    let task = try #require(definition.element(at: ElementPath(["review-receipts"])))
    #expect(task.subject?.usual.source == "Receipts of {document.title}")
    #expect(task.location.line == 10)
    let taskDefinition = try #require(task.definition as? TaskElement)
    #expect(taskDefinition.allow == [.complete, .reject, .requestChange, .delegate])
    #expect(taskDefinition.automatic?.answer == .complete)
    #expect(taskDefinition.assignment.provider.description == "group receipts")
    #expect(taskDefinition.assignment.fallback is AdministratorsProvider)
    let approval = try #require(
      definition.element(at: ElementPath(["management"]))?.definition as? ApprovalElement)
    #expect(approval.steps.map(\.name) == ["manager", "board"])
    let hierarchy = try #require(approval.steps[0].assignment.provider as? HierarchyProvider)
    #expect(hierarchy.from == .originator && hierarchy.take == .last && hierarchy.atTop == .take)
    #expect(hierarchy.until?.source == "signing_limit >= total")
    #expect(approval.steps[0].policy is SinglePolicy)
    #expect(approval.steps[1].policy is AllPolicy)
    #expect(
      (approval.steps[1].assignment.provider as? UsersProvider)?.users == ["ann", "sue", "bill"])
    let automated = definition.element(at: ElementPath(["post"]))?.definition as? AutomatedElement
    #expect(automated?.run == "post-to-ledger" && automated?.again == false)
  }

  @Test("Paths lead to elements and to their neighbours")
  func paths() throws {
    let parsed = WorkflowDefinition.parse(DefinitionTestFiles.workflow, file: "w.yaml")
    let definition = try #require(parsed.definition)
    #expect(
      definition.element(at: ElementPath(parsing: "foreign/yes/check-tax"))?.name == "check-tax")
    for path in ["", "nothing", "foreign/yes", "foreign/maybe/check-tax", "post/yes/x"] {
      #expect(definition.element(at: ElementPath(parsing: path)) == nil, "\(path)")
    }
    #expect(definition.siblings(of: ElementPath(parsing: "foreign/yes/check-tax")).count == 1)
    #expect(definition.siblings(of: ElementPath(parsing: "post")).count == 4)
  }
}
