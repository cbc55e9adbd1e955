/// Something that is wrong with a document, or worth a warning, while a condition holds.
public struct RuleDeclaration: Hashable, Sendable {
  /// How severe it is.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    /// It must be corrected before the document is submitted.
    case error
    /// Approvers see it.
    case warning
  }

  /// The rule's name; `rule-3` for the third when the file gives none.
  public let name: String
  /// When there is something to say.
  public let when: Expression
  public let level: Level
  /// The field that it is about, if any.
  public let field: String?
  /// Whether `field` is one of the lines: the rule is looked at for each of them.
  public let isAboutLines: Bool
  /// What is said.
  public let message: Template
}
