// Reads the fields of header and lines, and what calculates some of them.

/// A field as it was read, with its expression.
struct ReadField {
  let field: Field
  let expression: Expression?
}

extension TypeReader {
  /// The words of `type:`.
  private enum FieldType: String, CaseIterable {
    case text, number, money, date, bool, person, document

    /// A document is named by its id, which is a text.
    var valueType: ValueType {
      switch self {
      case .text, .document: .text
      case .number: .number
      case .money: .money
      case .date: .day
      case .bool: .bool
      case .person: .person
      }
    }
  }

  /// What conditions and files use for something else.
  private static let reservedNames: Set<String> = [
    "id", "type", "document", "fields", "line", "lines", "originator", "today",
  ]

  mutating func fields(_ key: String, isLine: Bool) -> [ReadField] {
    guard let node = mapping.node(key) else { return [] }
    let example = "\(key): { \(isLine ? "item" : "purpose"): { type: text } }"
    guard let entries = node.mapping else {
      mapping.error(
        at: node.location, "`\(key)` names fields, found \(node.kind)", "Write `\(example)`")
      return []
    }
    guard entries.count <= Self.greatestCount else {
      mapping.error(
        at: node.location, "more than \(Self.greatestCount) fields", "Leave some of them out")
      return []
    }
    return entries.compactMap { mapping.isFull ? nil : field($0) }
  }

  private mutating func field(_ entry: YAMLEntry) -> ReadField? {
    let isName = mapping.isName(entry.key, at: entry.keyLocation, example: "cost-center")
    if isName, !Self.isReadable(entry.key) || Self.reservedNames.contains(entry.key) {
      mapping.error(
        at: entry.keyLocation, "a field cannot be called \(quoted(entry.key))",
        "Conditions and files use this word for something else; choose another name")
    }
    return mapping.mapping(entry.value, example: "\(entry.key): { type: text }") { inner in
      _ = inner.requiredNode("type", example: "text")
      let type = inner.choice("type", as: FieldType.self)
      let label = inner.text("label", example: "Cost centre")
      let required = inner.bool("required") ?? false
      let choices = inner.texts("choices", example: "[own, card]")
      let matters = inner.bool("matters") ?? false
      let help = inner.text("help", example: "Who bears the costs")
      let expression = inner.expression("calculate")
      if let choices, type != .text || choices.isEmpty {
        inner.error(
          at: inner.location(of: "choices"), "only a text can be one of several, at least one",
          "Write `type: text, choices: [own, card]`")
      }
      if inner.has("calculate") {
        for key in ["required", "choices"] where inner.has(key) {
          inner.error(
            at: inner.location(of: key), "nobody fills in a calculated field", "Remove `\(key)`")
        }
      }
      guard isName, let type else { return nil }
      return ReadField(
        field: Field(
          entry.key, type.valueType, label: label, isRequired: required,
          choices: choices?.map(\.text) ?? [], matters: matters, help: help,
          isCalculated: inner.has("calculate")),
        expression: expression)
    }
  }

  /// Whether an expression can name it: not `and`, not `2nd-item`.
  private static func isReadable(_ name: String) -> Bool {
    guard let expression = try? Expression(Word(name).underscored),
      case .read(let reference, _) = expression.root
    else { return false }
    return reference.path == [name]
  }

  // MARK: Names

  /// What the header's calculations, the title and the rules may name.
  func headerScope(_ schema: DocumentSchema) -> TypeScope {
    TypeScope(names: schema.fieldTypes).adding([
      "lines": .list(of: .record(schema.lineFieldTypes))
    ])
  }

  /// What a line's calculations may name: the line, and what was entered in the header.
  func lineScope(_ schema: DocumentSchema) -> TypeScope {
    let entered = schema.fields.filter { !$0.isCalculated }.map { ($0.name, $0.type) }
    return TypeScope(names: Dictionary(entered) { first, _ in first })
      .adding(schema.lineFieldTypes)
  }

  // MARK: Calculations

  /// The calculations in an order in which each finds what it needs; reports circles and what
  /// gives another type than the field's.
  mutating func inOrder(_ fields: [ReadField], in scope: TypeScope) -> [Calculation] {
    var waiting: [Calculation] = []
    for read in fields {
      guard let expression = read.expression else { continue }
      guard let type = mapping.checkedType(of: expression, in: scope) else { continue }
      guard Self.fits(type, read.field.type) else {
        mapping.error(
          at: expression.location() ?? mapping.location,
          "the field is \(read.field.type), but \(quoted(expression.source)) is \(type)",
          "Change `type` or `calculate`")
        continue
      }
      waiting.append(Calculation(field: read.field, expression: expression))
    }
    var ordered: [Calculation] = []
    while !waiting.isEmpty {
      let names = Set(waiting.map(\.field.name))
      let ready = waiting.filter { names.isDisjoint(with: $0.expression.references.map { $0[0] }) }
      guard !ready.isEmpty else {
        let ring = waiting.map { "`\($0.field.name)`" }.joined(separator: ", ")
        mapping.error(
          at: waiting[0].expression.location() ?? mapping.location,
          "these are calculated from each other: \(ring)", "Compute one of them from other fields")
        break
      }
      ordered += ready
      let done = Set(ready.map(\.field.name))
      waiting.removeAll { done.contains($0.field.name) }
    }
    return ordered
  }

  /// Whether the value can be kept: an amount may be a plain number, in the usual currency.
  private static func fits(_ type: ValueType, _ field: ValueType) -> Bool {
    type.common(with: field) != nil || (field == .money && type == .number)
  }
}
