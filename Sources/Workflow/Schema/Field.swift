/// One field that a document type declares, of the header or of a line.
public struct Field: Hashable, Sendable {
  /// The hyphenated word that keys the field: `cost-center`.
  public let name: String
  /// What people read beside it: `Cost center`.
  public let label: String
  /// What it holds.
  public let type: ValueType
  /// Whether a document must have it to be submitted.
  public let isRequired: Bool
  /// The texts that it may hold; empty when any.
  public let choices: [String]
  /// Whether a change asks for approvals again.
  public let matters: Bool
  /// A sentence that helps to fill it in.
  public let help: String?
  /// Whether the type computes it, so that nobody sets it.
  public let isCalculated: Bool

  /// A field; the label is made of the name when not given.
  public init(
    _ name: String, _ type: ValueType, label: String? = nil, isRequired: Bool = false,
    choices: [String] = [], matters: Bool = false, help: String? = nil, isCalculated: Bool = false
  ) {
    self.name = Word(name).hyphenated
    self.type = type
    let words = String(self.name.map { $0 == "-" ? " " : $0 })
    self.label = label ?? words.prefix(1).uppercased() + words.dropFirst()
    self.isRequired = isRequired
    self.choices = choices
    self.matters = matters
    self.help = help
    self.isCalculated = isCalculated
  }
}
