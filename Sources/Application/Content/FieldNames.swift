// The names of fields in messages about one that is not there.

import Workflow

enum FieldNames {
  /// `; there are date, category, amount`: so that the right one is seen.
  static func hint(_ wrong: String, among fields: [Field]) -> String {
    let names = fields.filter { !$0.isCalculated }.map { Word($0.name).lowerCamelCased }
    return names.isEmpty ? "" : "; there are " + names.joined(separator: ", ")
  }
}
