// What the items of a line are made of, read from the schema.

import Workflow

/// A line field that divides the line's amount: a list of records with an amount in each.
struct ItemsSchema: Hashable, Sendable {
  let amount: String
  private let fields: [String: ValueType]

  /// Nil for any other field.
  init?(_ field: Field) {
    guard field.name == "items", case .list(of: .record(let fields)) = field.type,
      let amount = fields.filter({ $0.value == .money }).keys.min()
    else { return nil }
    self.amount = amount
    self.fields = fields
  }

  /// The items as lines of a document: the text that names them, what they are spent on, the amount.
  ///
  /// - Parameter lineFields: a field of the same name there lends its choices.
  func document(like lineFields: [Field]) -> DocumentSchema {
    let texts = fields.filter { $0.value != .money }.keys.sorted { left, right in
      (left == "category" ? 1 : 0, left) < (right == "category" ? 1 : 0, right)
    }
    return DocumentSchema(
      fields: [],
      lineFields: texts.map { name in
        let alike = lineFields.first { $0.name == name }
        return Field(
          name, fields[name] ?? .text, label: name == "title" ? "What" : nil,
          isRequired: name == "title", choices: alike?.choices ?? [],
          help: alike?.choices.isEmpty == false ? "Empty: the category of the line" : nil)
      } + [Field(amount, .money, isRequired: true)])
  }
}
