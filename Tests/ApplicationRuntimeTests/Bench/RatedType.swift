// A document type whose worth depends on the organisation's rates.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct RatedType: DocumentType {
  let id: DocumentTypeID = "bill"
  let title = "Bill"
  let prefix = "BI"
  let schema = DocumentSchema(fields: [
    Field("amount", .money), Field("worth", .money, isCalculated: true),
    Field("related", .text),
  ])

  func title(of content: DocumentContent) -> String { "Bill" }

  func total(of content: DocumentContent, in organization: Organization) -> Money? {
    calculatedFields(of: content, in: organization)["worth"].money
  }

  func calculatedFields(of content: DocumentContent, in organization: Organization) -> Record {
    guard let amount = content.fields["amount"].money,
      let rate = organization.rates.rate(of: amount.currency, on: .latest),
      let worth = try? amount.converted(to: organization.currency, rate: rate)
    else { return [:] }
    return ["worth": .money(worth)]
  }
}
