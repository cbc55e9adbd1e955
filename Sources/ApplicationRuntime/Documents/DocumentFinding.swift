// What a type's rules say about a document.

import Workflow

/// One thing that is wrong with a document, or worth a warning.
public struct DocumentFinding: Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable {
    /// Submit is allowed; approvers see it.
    case warning
    /// It must be corrected before the document can be submitted.
    case error
  }

  public let severity: Severity
  /// The rule's name: "receipt-required".
  public let rule: String
  public let message: String
  /// The line, from 1; nil for the header.
  public let line: Int?
  /// The field, by its name in the schema.
  public let field: String?

  public init(
    _ severity: Severity, rule: String, message: String, line: Int? = nil, field: String? = nil
  ) {
    self.severity = severity
    self.rule = rule
    self.message = message
    self.line = line
    self.field = field
  }
}

/// When a document is looked at.
public enum ValidationOccasion: Hashable, Sendable {
  /// A cell or a line was saved.
  case saved
  /// On submit and resubmit: everything is looked at.
  case submitted
}

/// What a type's rules may ask while they look at a document.
public struct ValidationContext {
  public let document: DocumentID?
  public let originator: PersonID
  public let organization: Organization
  public let today: Day
  private let findDocuments: (String) throws -> [DocumentID]

  public init(
    document: DocumentID?, originator: PersonID, organization: Organization, today: Day,
    findDocuments: @escaping (String) throws -> [DocumentID]
  ) {
    self.document = document
    self.originator = originator
    self.organization = organization
    self.today = today
    self.findDocuments = findDocuments
  }

  /// The other documents that have a line with this fingerprint.
  public func otherDocuments(withFingerprint fingerprint: String) throws -> [DocumentID] {
    try findDocuments(fingerprint).filter { $0 != document }
  }
}
