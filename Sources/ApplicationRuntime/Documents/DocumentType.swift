// What a developer writes to add a document of their own.

import Workflow
import WorkflowRuntime

/// A workflow type: a kind of document with its fields, its rules and its event handlers.
///
/// Everything that the engine, the commands and the screens know of a document they learn here;
/// `Expenses` is written with nothing else.
///
/// ```swift
/// struct PurchaseRequisition: DocumentType {
///   let id: DocumentTypeID = "purchase-requisition"
///   let title = "Purchase requisition"
///   let prefix = "PR"
///   let schema = DocumentSchema(fields: [Field("purpose", "Purpose", .text)], lineFields: [])
///   func title(of content: DocumentContent) -> String { content.fields["purpose"].display }
/// }
/// ```
public protocol DocumentType: Sendable {
  var id: DocumentTypeID { get }
  /// What people call it: "Expense report".
  var title: String { get }
  /// Capital letters that begin its ids: "ER".
  var prefix: String { get }
  var schema: DocumentSchema { get }
  /// The workflow that runs when no activation condition holds; nil refuses the submission.
  var defaultWorkflow: WorkflowID? { get }
  /// The statuses that its handlers set after *approved*, in order.
  var statuses: [DocumentStatus] { get }
  /// Whether approvers may deny.
  var allowsDeny: Bool { get }
  var retry: RetrySchedule { get }
  /// What is called for the events of its instances; absent ones are acknowledged at once.
  var handlers: [MessageType: EventHandler] { get }
  /// What is called for the events of the workflows of single lines; the document's own handlers
  /// are not, for what they do belongs to the document as a whole.
  var lineHandlers: [MessageType: EventHandler] { get }
  /// What automated elements run, by the name in `run:`.
  var executables: [String: EventHandler] { get }

  /// One line that names the document in lists.
  func title(of content: DocumentContent) -> String
  /// The amount that lists show; nil for a type without one. Without an implementation it is the
  /// header's field `total`.
  func total(of content: DocumentContent, in organization: Organization) -> Money?
  /// The calculated fields of the header, by the names of the schema. They are stored with the
  /// content whenever it is saved, and anew when it is submitted. Without an implementation they
  /// are those that ``completed(_:in:)`` sets.
  func calculatedFields(of content: DocumentContent, in organization: Organization) -> Record
  /// Fills what follows from other fields, before content is saved: the calculated fields of
  /// lines and header, which are empty when it is called.
  func completed(_ content: DocumentContent, in organization: Organization) -> DocumentContent
  /// What is wrong, or worth a warning. Without an implementation it is what the schema says of
  /// required fields and of choices; one that has rules of its own adds them to
  /// `schema.findings(in:on:)`.
  func findings(
    in content: DocumentContent, on occasion: ValidationOccasion, context: ValidationContext
  ) throws -> [DocumentFinding]
  /// Texts under which lines can be found again in other documents.
  func fingerprints(of content: DocumentContent) -> [String]
}

extension DocumentType {
  public var defaultWorkflow: WorkflowID? { nil }
  public var statuses: [DocumentStatus] { [] }
  public var allowsDeny: Bool { false }
  public var retry: RetrySchedule { RetrySchedule() }
  public var handlers: [MessageType: EventHandler] { [:] }
  public var lineHandlers: [MessageType: EventHandler] { [:] }
  public var executables: [String: EventHandler] { [:] }

  public func total(of content: DocumentContent, in organization: Organization) -> Money? {
    content.fields["total"].money
  }

  public func calculatedFields(
    of content: DocumentContent, in organization: Organization
  ) -> Record { completed(content, in: organization).calculatedFields(of: schema) }

  public func completed(
    _ content: DocumentContent, in organization: Organization
  ) -> DocumentContent { content }

  public func findings(
    in content: DocumentContent, on occasion: ValidationOccasion, context: ValidationContext
  ) throws -> [DocumentFinding] { schema.findings(in: content, on: occasion) }

  public func fingerprints(of content: DocumentContent) -> [String] { [] }
}
