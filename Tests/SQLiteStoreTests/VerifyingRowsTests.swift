// `verify` finds what was damaged beside the history: documents, work items, instances, versions.

import ApplicationRuntime
import GRDB
import Testing
import Workflow
import WorkflowRuntime

@testable import SQLiteStore

@Suite struct VerifyingRowsTests {
  private struct Memo: DocumentType {
    let id: DocumentTypeID = "memo"
    let title = "Memo"
    let prefix = "ME"
    let schema = DocumentSchema(fields: [Field("subject", .text), Field("pages", .number)])

    func title(of content: DocumentContent) -> String { content.fields["subject"].display }
  }

  private let author = Actor("olga")

  /// A store with a memo that was read, and one that waits.
  private func lived(in folder: TemporaryFolder) throws -> SQLiteStore {
    let store = try SQLiteStore.create(at: folder.store)
    let engine = Engine(store: store, types: [Memo()])
    try engine.loadOrganization(
      """
      organization: Example
      time-zone: UTC
      currency: EUR
      administrators: [olga]
      users: [ { id: olga, name: Olga } ]
      """, file: "organization.yaml", by: nil)
    _ = try engine.saveAndActivateWorkflow(
      """
      workflow: look
      title: Look at it
      type: memo
      elements: [ { task: look, assign: { user: olga } } ]
      """, file: "look.yaml", comment: nil, acceptingWarnings: true, by: author)
    for number in 1...2 {
      let content = DocumentContent(
        fields: ["subject": "A memo", "pages": .number(.init(number))])
      let id = try engine.createDocument(type: "memo", content: content, by: author).id
      try engine.perform(ActionRequest(.submit, .document(id)), by: author)
      _ = try engine.settle(nil, wait: .seconds(5))
      if number == 1 {
        try engine.perform(ActionRequest(.complete, .document(id)), by: author)
        _ = try engine.settle(nil, wait: .seconds(5))
      }
    }
    return store
  }

  private func findings(after change: String) throws -> [VerificationFinding] {
    let folder = try TemporaryFolder()
    let store = try lived(in: folder)
    if !change.isEmpty {
      let raw = try DatabaseQueue(path: store.location)
      try raw.write { database in
        try database.execute(sql: change)
        #expect(database.changesCount > 0)
      }
    }
    var findings: [VerificationFinding] = []
    let engine = Engine(store: store, types: [Memo()])
    let report = try engine.verify { findings.append($0) }
    #expect(report.findings == findings.count)
    if change.isEmpty {
      #expect(report.documents == 2 && report.workItems == 2 && report.versions == 1)
    }
    return findings
  }

  @Test("Documents, work items, instances and versions that nobody touched are sound")
  func sound() throws { #expect(try findings(after: "") == []) }

  @Test(
    "A damaged document is found and named",
    arguments: [
      ("UPDATE document SET fields = '{\"subject' WHERE id = 'ME-000002'", "unreadable"),
      ("UPDATE document SET status = 'paid?', currency = 'Q', total = 1", "unreadable"),
      ("UPDATE document SET fields = replace(fields, '2', '9') WHERE id = 'ME-000002'", "changed"),
      ("UPDATE document SET fields = '{\"pages\":\"x\"}' WHERE id = 'ME-000002'", "unreadable"),
      ("UPDATE document SET title = 'Other' WHERE id = 'ME-000002'", "changed"),
      ("UPDATE document SET revision = 7 WHERE id = 'ME-000002'", "changed"),
      ("DELETE FROM document WHERE id = 'ME-000002'", "missing"),
    ])
  func documents(change: String, kind: String) throws {
    let findings = try findings(after: change)
    let found = findings.filter { $0.document == "ME-000002" }.map(\.kind.rawValue)
    #expect(found.contains(kind), "\(findings.map(\.message))")
  }

  @Test(
    "A damaged work item is found, and which one",
    arguments: [
      ("UPDATE work_item SET answer = '{\"outcome' WHERE id = 1", "that is its first"),
      ("UPDATE work_item SET status = 'lost' WHERE id = 2", "that is its first"),
      ("UPDATE work_item SET document = 'ME-000009' WHERE id = 2", "W-000002 is about ME-000009"),
      (
        "UPDATE work_item SET status = 'open', is_open = 1 WHERE id = 1",
        "W-000001 is open, though I-000001 has ended"
      ),
      (
        "UPDATE work_item SET answer = replace(answer, '\"complete\"', '\"reject\"') WHERE id = 1",
        "W-000001 says rejected; the history says completed"
      ),
    ])
  func workItems(change: String, words: String) throws {
    let findings = try findings(after: change)
    #expect(findings.count == 1, "\(findings.map(\.message))")
    #expect(findings.contains { $0.message.contains(words) }, "\(findings.map(\.message))")
  }

  @Test(
    "A damaged instance is found and named",
    arguments: [
      "UPDATE instance SET status = 'lost' WHERE id = 2",
      "UPDATE instance SET status = 'completed' WHERE id = 2",
      "UPDATE instance SET state = '{' WHERE id = 2",
      "UPDATE instance SET document = 'ME-000009' WHERE id = 2",
      "UPDATE instance SET version = 3 WHERE id = 2",
    ])
  func instances(change: String) throws {
    let findings = try findings(after: change)
    #expect(findings.contains { $0.instance == InstanceID(2) }, "\(findings.map(\.message))")
  }

  @Test(
    "A damaged version of a workflow is found and named",
    arguments: [
      "UPDATE workflow_version SET source = replace(source, 'olga', 'otto')",
      "UPDATE workflow_version SET source = 'workflow: ['",
      "UPDATE workflow_version SET document_type = 'note'",
    ])
  func versions(change: String) throws {
    let findings = try findings(after: change)
    #expect(findings.count == 1, "\(findings.map(\.message))")
    #expect(findings.first?.message.contains("look version 1") == true)
  }
}
