/// A way to say who is asked. A new one is a type that conforms to this, and one entry in
/// `WorkflowLanguage.standard`.
public protocol AssignmentProvider: Sendable, CustomStringConvertible {
  /// The key that names this provider in an assignment, such as `group`.
  static var keyword: String { get }
  /// Reads the keyword's value, and the further keys that belong to it, from the assignment.
  static func parse(_ reader: inout ElementReader) -> Self?
  /// The provider in words, for errors and history: `group receipts`.
  var description: String { get }
  /// Reports names that the organisation does not know, and conditions without a type.
  func check(_ checker: inout Checker)
  /// Who would be asked if this person submitted, as far as it can be known beforehand.
  func candidates(for originator: Person, in checker: Checker) -> AssignmentCandidates
  /// When it may ask nobody, whoever submits, in words: `the field is empty`; none when that does
  /// not depend on the document.
  func gap(in checker: Checker) -> String?
  /// Why it may ask several people at once; none when it asks one at most.
  func plurality(in checker: Checker) -> String?
}

extension AssignmentProvider {
  public func gap(in checker: Checker) -> String? { nil }
  public func plurality(in checker: Checker) -> String? { nil }
}
