// The document type of the excerpts in docs/PATTERNS.md.

import ApplicationRuntime
import Workflow

struct PatternType: DocumentType {
  let id: DocumentTypeID = "note"
  let title = "Note"
  let prefix = "NO"
  let schema = DocumentSchema(
    fields: [
      Field("amount", .money, matters: true), Field("country", .text), Field("advance", .text),
      Field("second-advance", .text),
    ],
    lineFields: [Field("amount", .money, matters: true)])

  func title(of content: DocumentContent) -> String { "Note" }

  func total(of content: DocumentContent, in organization: Organization) -> Money? {
    content.fields["amount"].money
  }
}
