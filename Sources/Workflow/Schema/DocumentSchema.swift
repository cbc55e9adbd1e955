/// What a document type declares: the fields of its header and of its lines.
public struct DocumentSchema: Hashable, Sendable {
  /// The fields of the header, calculated ones such as `total` among them.
  public let fields: [Field]
  /// The fields of a line; empty for a type without lines.
  public let lineFields: [Field]

  /// A schema of these fields.
  public init(fields: [Field], lineFields: [Field] = []) {
    self.fields = fields
    self.lineFields = lineFields
  }

  /// The header field of this hyphenated name.
  public func field(named name: String) -> Field? { fields.first { $0.name == name } }

  /// The line field of this hyphenated name.
  public func lineField(named name: String) -> Field? { lineFields.first { $0.name == name } }

  /// The types of the header fields by name.
  public var fieldTypes: [String: ValueType] {
    Dictionary(fields.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
  }

  /// The types of the line fields by name.
  public var lineFieldTypes: [String: ValueType] {
    Dictionary(lineFields.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
  }

  /// What `document` has beside the fields; a field of such a name is read without `document`.
  static let ownNames: Set<String> = ["id", "title", "status", "revision"]

  /// What conditions and placeholders of this type may name: every header field, `lines`, and
  /// `document` with the fields and its `id`, `title`, `status` and `revision`.
  public var scope: TypeScope {
    var names = fieldTypes
    names["lines"] = .list(of: .record(lineFieldTypes))
    let own: [String: ValueType] = [
      "id": .text, "title": .text, "status": .text, "revision": .number,
    ]
    names["document"] = .record(names.merging(own) { _, own in own })
    names["originator"] = .person
    return TypeScope(names: names)
  }

  /// The scope of a line workflow: `line` beside what the header's conditions may name.
  public var lineScope: TypeScope { scope.adding(["line": .record(lineFieldTypes)]) }
}
