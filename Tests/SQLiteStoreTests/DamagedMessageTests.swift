// One message whose bytes cannot be read any more harms its own instance only (SPEC 9, 14).

import ApplicationRuntime
import GRDB
import Testing
import Workflow
import WorkflowRuntime

@testable import SQLiteStore

@Suite struct DamagedMessageTests {
  /// A document with nothing but a subject.
  private struct Memo: DocumentType {
    let id: DocumentTypeID = "memo"
    let title = "Memo"
    let prefix = "ME"
    let schema = DocumentSchema(fields: [Field("subject", .text)])
    let retry = RetrySchedule(tries: 1)

    func title(of content: DocumentContent) -> String { content.fields["subject"].display }
  }

  private let author = Actor("olga")

  private func engine(on store: SQLiteStore) throws -> Engine {
    let engine = Engine(store: store, types: [Memo()])
    try engine.loadOrganization(
      """
      organization: Example
      time-zone: UTC
      currency: EUR
      administrators: [olga]
      users: [ { id: olga, name: Olga } ]
      """, file: "organization.yaml", by: nil)
    let saved = try engine.saveWorkflow(
      """
      workflow: look
      title: Look at it
      type: memo
      elements: [ { task: look, assign: { user: olga } } ]
      """, file: "look.yaml", comment: nil, by: author)
    try engine.activateWorkflow(
      saved.workflow, version: nil, acceptingWarnings: true, by: author)
    return engine
  }

  private func submit(_ engine: Engine) throws -> DocumentID {
    let content = DocumentContent(fields: ["subject": "A memo"])
    let id = try engine.createDocument(type: "memo", content: content, by: author).id
    try engine.perform(ActionRequest(.submit, .document(id)), by: author)
    return id
  }

  @Test("the others go on, the queue shows it with the reason, and repairing it resumes it")
  func isolation() throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore.create(at: folder.store)
    let engine = try engine(on: store)
    let hurt = try submit(engine)
    let sound = try submit(engine)
    let first = try #require(try engine.queue(.pending, as: author, limit: 10).first)
    let raw = try DatabaseQueue(path: store.location)
    let payload = try raw.read {
      try String.fetchOne(
        $0, sql: "SELECT payload FROM message WHERE sequence = ?", arguments: [first.sequence])
    }
    try raw.write {
      try $0.execute(
        sql: "UPDATE message SET payload = '{\"element\":5' WHERE sequence = ?",
        arguments: [first.sequence])
    }

    _ = try engine.settle(nil, wait: .seconds(5))
    #expect(try engine.document(sound, as: author).document.status == .inReview)
    #expect(try engine.document(hurt, as: author).document.status == .submitted)
    let shown = try #require(try engine.queue(.pending, as: author, limit: 10).first)
    #expect(shown.sequence == first.sequence && shown.state == .stopped)
    #expect(shown.error?.contains("cannot be read") == true)
    #expect(try engine.instances(status: .stopped, as: author, limit: 10).rows.count == 1)

    try raw.write {
      try $0.execute(
        sql: "UPDATE message SET payload = ? WHERE sequence = ?",
        arguments: [payload, first.sequence])
    }
    try engine.perform(ActionRequest(.resume, .document(hurt)), by: author)
    _ = try engine.settle(nil, wait: .seconds(5))
    #expect(try engine.document(hurt, as: author).document.status == .inReview)
  }
}
