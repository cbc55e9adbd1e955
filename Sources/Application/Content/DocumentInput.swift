// A document as JSON from outside (SPEC 13): `report new --file`, and `report` in a batch.

import ApplicationRuntime
import Workflow

/// The content of a document, and the id that its caller gave it.
struct DocumentInput: Hashable {
  var id: DocumentID?
  /// The type that the JSON itself names.
  var type: DocumentTypeID?
  var content: DocumentContent

  /// What `report show` writes beside the content; taken and left aside, so that its output
  /// makes an equal document.
  private static let shownKeys: Set<String> = [
    "version", "object", "type", "title", "status", "waitingFor", "originator", "total",
    "revision", "createdAt", "submittedAt", "instance", "instances", "messages",
  ]
  private static let shownLineKeys: Set<String> = ["number", "inReportingCurrency"]

  /// The type that a document's JSON names, wherever it stands; nil when it does not.
  static func type(in json: JSON) -> DocumentTypeID? {
    (json["item"] ?? json)["type"]?.string.map { DocumentTypeID($0) }
  }

  /// Reads the header fields at the top or in `fields`, and the lines.
  ///
  /// - Parameters:
  ///   - currency: of amounts that name none.
  ///   - isChange: whether it names what is to be set. What is calculated, and what is shown beside
  ///     the content, is left aside in a whole document; nobody can set it.
  init(
    _ json: JSON, schema: DocumentSchema, currency: Currency, isChange: Bool = false
  ) throws(EngineError) {
    let json = isChange ? json : json["item"] ?? json
    guard let object = json.object else {
      throw EngineError(.badData, "A document is an object with fields and lines.")
    }
    id = isChange ? nil : try Self.id(object["id"])
    type = Self.type(in: json)
    var problems: [String] = []
    var fields = Record()
    var lines: [Record] = []
    for (key, value) in object where key != "id" || isChange {
      let name = Word(key).hyphenated
      if key == "lines" {
        lines = Self.lines(value, schema: schema, currency: currency, problems: &problems)
      } else if key == "fields", !isChange, schema.field(named: "fields") == nil {
        guard let inner = value.object else {
          problems.append("fields: expected an object, found \(value.kind)")
          continue
        }
        for (key, value) in inner {
          Self.read(
            key, value, of: schema.fields, currency: currency, into: &fields, problems: &problems)
        }
      } else if schema.field(named: name) != nil || isChange || !Self.shownKeys.contains(key) {
        Self.read(
          key, value, of: schema.fields, currency: currency, into: &fields, problems: &problems)
      }
    }
    if isChange {
      problems += object.keys.filter { key in
        schema.fields.contains { $0.isCalculated && $0.name == Word(key).hyphenated }
      }.map { "\($0): it is calculated and cannot be set" }
    }
    content = DocumentContent(fields: fields, lines: lines)
    guard problems.isEmpty else {
      throw EngineError(.badData, "The document cannot be taken.", details: problems)
    }
  }

  private static func id(_ json: JSON?) throws(EngineError) -> DocumentID? {
    guard let json, !json.isNull else { return nil }
    guard let text = json.string else {
      throw EngineError(.badData, "id: expected a text, found \(json.kind)")
    }
    return try ItemArgument.document(text)
  }

  private static func lines(
    _ json: JSON, schema: DocumentSchema, currency: Currency, problems: inout [String]
  ) -> [Record] {
    if json.isNull { return [] }
    guard let array = json.array else {
      problems.append("lines: expected an array, found \(json.kind)")
      return []
    }
    return array.enumerated().map { index, json in
      var own: [String] = []
      let line = line(json, schema: schema, currency: currency, problems: &own)
      problems += own.map { "lines.\(index + 1): \($0)" }
      return line
    }
  }

  /// One line; its `currency` holds for its amounts that name none.
  static func line(
    _ json: JSON, schema: DocumentSchema, currency: Currency, problems: inout [String]
  ) -> Record {
    guard let object = json.object else {
      problems.append("expected an object, found \(json.kind)")
      return Record()
    }
    var currency = currency
    let namesCurrency = schema.lineField(named: "currency") == nil
    if namesCurrency, let code = object["currency"], !code.isNull {
      guard let named = Currency(code: code.string ?? "") else {
        problems.append("currency: expected three letters of ISO 4217, such as EUR")
        return Record()
      }
      currency = named
    }
    var line = Record()
    for (key, value) in object {
      if namesCurrency, key == "currency" { continue }
      let isShown = shownLineKeys.contains(key) || (key == "items" && value.isNull)
      if isShown, schema.lineField(named: Word(key).hyphenated) == nil { continue }
      read(
        key, value, of: schema.lineFields, currency: currency, into: &line, problems: &problems)
    }
    return line
  }

  private static func read(
    _ key: String, _ json: JSON, of fields: [Field], currency: Currency, into record: inout Record,
    problems: inout [String]
  ) {
    let name = Word(key).hyphenated
    guard let field = fields.first(where: { $0.name == name }) else {
      if json.isNull { return }
      problems.append("\(key): there is no such field" + FieldNames.hint(name, among: fields))
      return
    }
    // What is calculated follows from the rest and is not taken from outside.
    if field.isCalculated { return }
    do {
      record[name] = try Value(json: json, type: field.type, currency: currency)
    } catch {
      problems.append(ValueError(path: [key] + error.path, problem: error.problem).message)
    }
  }
}
