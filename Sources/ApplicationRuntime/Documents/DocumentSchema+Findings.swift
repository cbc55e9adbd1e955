// What a schema itself says of a document: what is required, and what may be chosen.

import Workflow

extension DocumentSchema {
  /// What the fields find wrong: one that holds none of its choices, and on submission one that
  /// is required and empty. A document needs a line where some field of a line is required.
  public func findings(
    in content: DocumentContent, on occasion: ValidationOccasion
  ) -> [DocumentFinding] {
    var findings = Self.findings(in: content.fields, fields, line: nil, on: occasion)
    if occasion == .submitted, content.lines.isEmpty, lineFields.contains(where: \.isRequired) {
      findings.append(DocumentFinding(.error, rule: "required", message: "needs at least one line"))
    }
    for (index, line) in content.lines.enumerated() {
      findings += Self.findings(in: line, lineFields, line: index + 1, on: occasion)
    }
    return findings
  }

  private static func findings(
    in record: Record, _ fields: [Field], line: Int?, on occasion: ValidationOccasion
  ) -> [DocumentFinding] {
    fields.compactMap { field in
      let value = record[field.name]
      func error(_ rule: String, _ message: String) -> DocumentFinding {
        DocumentFinding(.error, rule: rule, message: message, line: line, field: field.name)
      }
      if value.isNone || value.text?.isBlank == true {
        guard field.isRequired, occasion == .submitted else { return nil }
        return error("required", "\(field.label) is missing")
      }
      guard let text = value.text, !field.choices.isEmpty, !field.choices.contains(text) else {
        return nil
      }
      let choices = field.choices.joined(separator: ", ")
      return error("choice", "\(field.label) must be one of: \(choices)")
    }
  }
}
