// The document type of the scenarios: a trip with lines, which may be denied, booked and mailed.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

struct TripType: DocumentType {
  let handlers: [MessageType: EventHandler]
  let executables: [String: EventHandler]
  let id: DocumentTypeID = "trip"
  let title = "Trip"
  let prefix = "TR"
  let allowsDeny = true
  let defaultWorkflow: WorkflowID? = "usual"
  let retry = RetrySchedule(tries: 3, firstDelay: .seconds(1), longestDelay: .seconds(600))
  let statuses = [DocumentStatus(rawValue: "booked")]
  let schema = DocumentSchema(
    fields: [
      Field("subject", .text), Field("amount", .money, matters: true), Field("country", .text),
      Field("project", .text), Field("cost-center", .text), Field("legal-entity", .text),
      Field("interim-approver", .person), Field("related", .text), Field("reviewed", .bool),
    ],
    lineFields: [
      Field("item", .text), Field("project", .text), Field("amount", .money, matters: true),
    ])

  /// The collection that executables append to: what they did stays once, or is undone.
  static let journal = "journal"

  /// - Parameter switches: which of the executables are broken.
  init(_ switches: Switches) {
    func run(_ name: String) -> EventHandler {
      .inside { context in
        // The effect comes first: it has to go with the failure.
        try context.append(name, to: Self.journal)
        if name == "book" { try context.setStatus(DocumentStatus(rawValue: "booked")) }
        if switches.isBroken(name) { throw Broken(name: name) }
      }
    }
    executables = [
      "post": run("post"), "print": run("print"), "book": run("book"),
    ]
    handlers = [
      .workflowCompleted: .inside { _ in
        if switches.isBroken("completed") { throw Broken(name: "completed") }
      }
    ]
  }

  func title(of content: DocumentContent) -> String { content.fields["subject"].display }

  func total(of content: DocumentContent, in organization: Organization) -> Money? {
    content.fields["amount"].money
  }
}

/// Why an executable of a scenario fails.
struct Broken: Error, CustomStringConvertible {
  let name: String
  var description: String { "\(name) is out of order" }
}
