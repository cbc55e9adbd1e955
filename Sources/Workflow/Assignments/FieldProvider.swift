/// The people whom the document names: `{ field: interim-approver }`, `{ field: project.owner }`,
/// `{ field: lines.cost-center.owner }`.
///
/// A path that ends in `owner` behind a cost centre or a project is looked up in the organisation;
/// one that begins with `lines` names every line's person, each once.
public struct FieldProvider: AssignmentProvider {
  public static let keyword = "field"

  /// The path of hyphenated words.
  public let field: FieldReference
  /// Where it stands in the file.
  public let location: SourceLocation

  /// A provider of the people in this field.
  public init(field: FieldReference, location: SourceLocation = .nowhere) {
    self.field = field
    self.location = location
  }

  public static func parse(_ reader: inout ElementReader) -> FieldProvider? {
    reader.requiredField(keyword, example: "interim-approver").map {
      FieldProvider(field: $0, location: reader.mapping.location(ofValue: keyword))
    }
  }

  public var description: String { "field \(field)" }
}
