// The workflow that is measured: two people approve, one after the other.

import ApplicationRuntime
import Foundation
import SQLiteStore
import Workflow
import WorkflowRuntime

/// A small document with nothing but a subject.
struct Note: DocumentType {
  let id: DocumentTypeID = "note"
  let title = "Note"
  let prefix = "NO"
  let schema = DocumentSchema(fields: [Field("subject", .text)])

  func title(of content: DocumentContent) -> String { content.fields["subject"].display }
}

/// A store with the organisation and the workflow, and an engine on it.
struct TwoApprovals {
  static let originator = Actor("olga")
  static let approvers = [Actor("ada"), Actor("bo")]

  let store: SQLiteStore
  let engine: Engine

  init(folder: String, name: String) throws {
    store = try SQLiteStore.create(at: "\(folder)/\(name).sqlite")
    engine = Engine(store: store, types: [Note()])
    try engine.loadOrganization(
      """
      organization: Benchmark
      time-zone: UTC
      currency: EUR
      administrators: [ada]
      users:
        - { id: ada, name: Ada }
        - { id: bo, name: Bo }
        - { id: olga, name: Olga }
      """, file: "organization", by: nil)
    _ = try engine.saveWorkflow(
      """
      workflow: two-approvals
      title: Two approvals
      type: note
      elements:
        - approval: review
          steps:
            - { step: first, assign: { user: ada } }
            - { step: second, assign: { user: bo } }
      """, file: "workflow", comment: nil, by: Self.approvers[0])
    try engine.activateWorkflow(
      "two-approvals", version: nil, acceptingWarnings: true, by: Self.approvers[0])
  }

  func draft() throws -> DocumentID {
    try engine.createDocument(
      type: "note", content: DocumentContent(fields: ["subject": .text("A note")]),
      by: Self.originator
    ).id
  }
}
