// Texts that were entered into fields and could not be read: they stay with the draft.

import Workflow

extension Record {
  /// No field has such a name.
  private static let unreadKey = "?"

  /// What was entered and is no value of its field, by field. It is stored with the record, so that
  /// nothing that somebody typed is lost; it counts for nothing, and keeps the document from being
  /// submitted.
  package var unread: [String: String] {
    get {
      let texts = (self[Self.unreadKey].record ?? Record()).compactMap { entry in
        entry.value.text.map { (entry.key, $0) }
      }
      return Dictionary(texts) { first, _ in first }
    }
    set {
      var texts = Record()
      for (field, text) in newValue.sorted(by: { $0.key < $1.key }) { texts[field] = .text(text) }
      self[Self.unreadKey] = texts.isEmpty ? .none : .record(texts)
    }
  }

  /// The texts as they are stored.
  static func unread(in json: JSON) -> [String: String] {
    guard let texts = json[unreadKey]?.object else { return [:] }
    let pairs = texts.compactMap { entry in entry.value.string.map { (entry.key, $0) } }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Drops the texts of fields that hold a value by now, or that there are no more.
  mutating func dropReadTexts(_ fields: [Field]) {
    let before = unread
    guard !before.isEmpty else { return }
    let known = Set(fields.filter { !$0.isCalculated }.map(\.name))
    let after = before.filter { known.contains($0.key) && self[$0.key].isNone }
    if after != before { unread = after }
  }
}

extension DocumentContent {
  mutating func dropReadTexts(_ schema: DocumentSchema) {
    fields.dropReadTexts(schema.fields)
    for index in lines.indices { lines[index].dropReadTexts(schema.lineFields) }
  }

  /// An error for each text that could not be read.
  func unreadFindings(_ schema: DocumentSchema) -> [DocumentFinding] {
    func findings(in record: Record, _ fields: [Field], line: Int?) -> [DocumentFinding] {
      let texts = record.unread
      guard !texts.isEmpty else { return [] }
      return fields.compactMap { field in
        texts[field.name].map {
          DocumentFinding(
            .error, rule: DocumentFinding.unread,
            message: "\(field.label) cannot be read: \(EntryError.shown($0))", line: line,
            field: field.name)
        }
      }
    }
    return findings(in: fields, schema.fields, line: nil)
      + lines.enumerated().flatMap { index, line in
        findings(in: line, schema.lineFields, line: index + 1)
      }
  }
}

extension DocumentFinding {
  /// The rule of a text that is no value of its field.
  package static let unread = "unread"
}

extension DocumentType {
  /// What the type finds, and what was entered and cannot be read.
  func allFindings(
    in content: DocumentContent, on occasion: ValidationOccasion, context: ValidationContext
  ) throws -> [DocumentFinding] {
    try content.unreadFindings(schema) + findings(in: content, on: occasion, context: context)
  }
}
