// A document type with a field for everything that the language can ask about.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct LanguageType: DocumentType {
  let id: DocumentTypeID = "note"
  let title = "Note"
  let prefix = "NO"
  let allowsDeny = true
  let retry = RetrySchedule(tries: 2, firstDelay: .seconds(2), longestDelay: .seconds(30))
  let schema = DocumentSchema(
    fields: [
      Field("subject", .text), Field("amount", .money, matters: true), Field("country", .text),
      Field("checked", .bool), Field("share", .number), Field("approver", .text),
      Field("cost-center", .text), Field("related", .text),
    ],
    lineFields: [
      Field("amount", .money, matters: true), Field("checked", .bool), Field("approver", .text),
    ])

  func title(of content: DocumentContent) -> String { content.fields["subject"].display }

  func total(of content: DocumentContent, in organization: Organization) -> Money? {
    content.fields["amount"].money
  }

  /// What runs fails for a document from nowhere, so that a failure is part of the content and
  /// repeats with the seed.
  var executables: [String: EventHandler] {
    let handler = EventHandler.inside { context in
      try context.append("ran", to: "runs")
      if try context.document.content.fields["country"].display == "nowhere" {
        throw LanguageFailure()
      }
    }
    return ["record": handler, "tell": handler]
  }
}

/// Why what runs fails.
struct LanguageFailure: Error, CustomStringConvertible {
  let description = "nothing can be recorded for nowhere"
}
