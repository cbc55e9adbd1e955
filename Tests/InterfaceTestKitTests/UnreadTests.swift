// What somebody typed and cannot be read stays with the draft, in the engine too.

import Expenses
import InterfaceTestKit
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

@Suite("Texts that cannot be read")
struct UnreadTests {
  private let actor = Actor("sam")

  private func draft() throws -> (Engine, Document) {
    let engine = try Workplace.sample(types: [ExpenseReport()]).engine
    var line: Record = ["category": "meals"]
    line.unread = ["amount": "12,5x", "date": "soon"]
    let document = try engine.createDocument(
      type: "expense-report", content: DocumentContent(fields: ["purpose": "Trip"], lines: [line]),
      by: actor)
    return (engine, document)
  }

  @Test("A draft keeps them, says where they are, and cannot be submitted with them")
  func kept() throws {
    let (engine, document) = try draft()
    let detail = try engine.document(document.id, as: actor)
    #expect(
      detail.document.content.lines[0].unread == ["amount": "12,5x", "date": "soon"])
    let found = detail.findings.filter { $0.rule == DocumentFinding.unread }
    #expect(found.map(\.message).contains("Amount cannot be read: “12,5x”"))
    #expect(found.allSatisfy { $0.line == 1 && $0.severity == .error })
    let request = ActionRequest(.submit, .document(document.id))
    let result = try engine.perform(each: [(request, actor)])
    #expect(throws: EngineError.self) { try result[0].get() }
  }

  @Test("One goes as soon as its field has a value")
  func replaced() throws {
    let (engine, document) = try draft()
    var content = document.content
    content.lines[0]["amount"] = .money(Money(minorUnits: 1250, currency: .euro))
    let saved = try engine.editDocument(
      document.id, revision: document.revision, content: content, by: actor)
    #expect(saved.content.lines[0].unread == ["date": "soon"])
  }
}
