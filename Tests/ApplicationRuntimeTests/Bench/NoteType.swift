// A small document type whose handlers do and fail as a test says.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct NoteType: DocumentType {
  let probe: Probe
  let id: DocumentTypeID = "note"
  let title = "Note"
  let prefix = "NO"
  var allowsDeny = false
  var defaultWorkflow: WorkflowID?
  var retry = RetrySchedule(tries: 3, firstDelay: .seconds(1), longestDelay: .seconds(600))
  var events: [MessageType] = []
  var outsideTimeout = Duration.seconds(20)
  let statuses = [DocumentStatus(rawValue: "posted")]
  let schema = DocumentSchema(
    fields: [
      Field("subject", .text), Field("amount", .money),
      Field("country", .text), Field("share", .number), Field("legal-entity", .text),
    ],
    lineFields: [Field("item", .text), Field("price", .money, matters: true)])

  func title(of content: DocumentContent) -> String { content.fields["subject"].display }

  func total(of content: DocumentContent, in organization: Organization) -> Money? {
    content.fields["amount"].money
  }

  func findings(
    in content: DocumentContent, on occasion: ValidationOccasion, context: ValidationContext
  ) throws -> [DocumentFinding] {
    guard occasion == .submitted, content.fields["amount"].isNone else { return [] }
    return [DocumentFinding(.error, rule: "amount", message: "the amount is missing")]
  }

  var handlers: [MessageType: EventHandler] {
    Dictionary(uniqueKeysWithValues: events.map { ($0, inside($0.rawValue)) })
  }

  var executables: [String: EventHandler] {
    let probe = probe
    return [
      "post": inside("post"), "print": inside("print"),
      "mail": .outside(timeout: outsideTimeout, atOnce: 2) { context in
        try probe.called("mail", key: context.event.idempotencyKey)
        return "mailed"
      },
    ]
  }

  private func inside(_ name: String) -> EventHandler {
    let probe = probe
    return .inside { context in
      // The effect comes first: it has to go with the failure.
      try context.append(name, to: "journal")
      try probe.called(name, key: context.event.idempotencyKey)
    }
  }
}
