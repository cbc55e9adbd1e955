/// A kind of element: its keyword, how its keys are read, what is inside it, what is checked.
///
/// A new kind is a type that conforms to this, and one entry in `WorkflowLanguage.standard`.
public protocol ElementDefinition: Sendable {
  /// The key that begins an element of this kind, such as `approval`.
  static var keyword: String { get }
  /// Whether people are asked by an element of this kind, so that it has a subject and instructions.
  static var asksPeople: Bool { get }
  /// Whether an element of this kind can send the document back, so that `restart` may stand on it.
  static var sendsBack: Bool { get }
  /// Reads the keys of this kind; none when what is wrong leaves nothing to work with.
  static func parse(_ reader: inout ElementReader) -> Self?
  /// The sequences of elements inside it.
  var branches: [ElementBranch] { get }
  /// Reports what is wrong with it in its document type and organisation.
  func check(_ element: Element, _ checker: inout Checker)
}

extension ElementDefinition {
  public static var asksPeople: Bool { false }
  public static var sendsBack: Bool { asksPeople }
  public var branches: [ElementBranch] { [] }
  public func check(_ element: Element, _ checker: inout Checker) {}

  /// What an element of this kind is called in a sentence: `a task`, `an approval`.
  static var nameWithArticle: String {
    if ["parallel", "lines", "automated"].contains(keyword) {
      return (keyword == "automated" ? "an " : "a ") + keyword + " element"
    }
    return (keyword.first.map { "aeiou".contains($0) } == true ? "an " : "a ") + keyword
  }
}
