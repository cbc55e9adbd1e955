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
