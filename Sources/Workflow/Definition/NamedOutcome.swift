/// An outcome that a workflow names: what a person picks, and what it does (SPEC 4).
public struct NamedOutcome: Sendable {
  /// Its name, by which it is chosen.
  public let name: String
  /// What people read; the name when none.
  public let title: String?
  /// What picking it does: `complete` goes forward, the others send back or deny.
  public let answer: AnswerKind
  /// What runs when it is picked; only an outcome of a choice has elements.
  public let elements: [Element]
  /// Where it stands in the file.
  public let location: SourceLocation

  /// An outcome.
  public init(
    name: String, title: String? = nil, answer: AnswerKind = .complete, elements: [Element] = [],
    location: SourceLocation = .nowhere
  ) {
    self.name = name
    self.title = title
    self.answer = answer
    self.elements = elements
    self.location = location
  }
}
