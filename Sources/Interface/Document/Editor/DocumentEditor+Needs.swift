// What is still missing before the document can be submitted, and where.

import ApplicationRuntime
import Workflow

extension DocumentEditor {
  package var submitState: SubmitState {
    if let obstacle = firstObstacle { return .off(obstacle.reason) }
    if let division { return .off(division) }
    if let error = findings.first(where: { $0.severity == .error }) {
      return .off(located(error))
    }
    if let reason = context.actions.first(where: \.isSubmission)?.reason { return .off(reason) }
    return .ready
  }

  /// The first place that lacks something or cannot be read, and that in words.
  var firstObstacle: (place: EditorPlace, reason: String)? {
    for field in headerFields {
      if sheet.header.unread[field.name] != nil {
        return (.field(field.name), "\(field.label.lowercased()) cannot be read")
      }
      if isMissing(field, in: sheet.header) {
        return (.field(field.name), "\(field.label.lowercased()) is missing")
      }
    }
    for line in sheet.lines.indices {
      for field in lineFields {
        if sheet.lines[line].unread[field.name] != nil {
          let label = field.label.lowercased()
          return (.cell(line: line, field: field.name), "line \(line + 1): \(label) cannot be read")
        }
        if !sheet.lines[line].isEmpty, isMissing(field, in: sheet.lines[line]) {
          let reason = "line \(line + 1) needs \(withArticle(field.label.lowercased()))"
          return (.cell(line: line, field: field.name), reason)
        }
      }
    }
    return nil
  }

  /// Whether a field must be filled in and is not.
  func isMissing(_ field: Field, in record: EditorRecord) -> Bool {
    field.isRequired && reader.isEditable(field)
      && (record.values[field.name].isNone || record.unread[field.name] != nil)
  }

  /// A finding with the line that it is about.
  func located(_ finding: DocumentFinding) -> String {
    finding.line.map { "line \((lineIndex(of: $0) ?? $0 - 1) + 1): " + finding.message }
      ?? finding.message
  }

  /// The line in the table that a finding counts, from 1, among those that are stored.
  func lineIndex(of number: Int) -> Int? {
    var index = number - 1
    // A line without anything in it is not stored; only the cursor can stand on one.
    if let line = focus.line, sheet.lines.indices.contains(line), sheet.lines[line].isEmpty,
      index >= line
    {
      index += 1
    }
    return sheet.lines.indices.contains(index) ? index : nil
  }

  /// The findings about a place.
  func findings(at place: EditorPlace) -> [DocumentFinding] {
    findings.filter { $0.field == place.name && $0.line.flatMap(lineIndex) == place.line }
  }

  /// The first header field that lacks something, else the first such cell.
  var firstNeed: EditorFocus? { need(inHeaderAfter: -1) ?? firstNeedOfLines }

  func need(inHeaderAfter index: Int) -> EditorFocus? {
    headerFields.indices
      .first { $0 > index && isMissing(headerFields[$0], in: sheet.header) }
      .map { .field($0) }
  }

  var firstNeedOfLines: EditorFocus? {
    for line in sheet.lines.indices {
      if let column = need(inLine: line, from: 0) { return .cell(line: line, column: column) }
    }
    return nil
  }

  /// The column of a line that lacks something or cannot be read, looked for from a column on and
  /// around the end.
  func need(inLine line: Int, from column: Int) -> Int? {
    guard sheet.lines.indices.contains(line), !sheet.lines[line].isEmpty else { return nil }
    let record = sheet.lines[line]
    let ordered = Array(lineFields.indices.dropFirst(column)) + lineFields.indices.prefix(column)
    return ordered.first {
      record.unread[lineFields[$0].name] != nil || isMissing(lineFields[$0], in: record)
    }
  }

  private func withArticle(_ noun: String) -> String {
    guard let first = noun.first else { return noun }
    return ("aeiou".contains(first) ? "an " : "a ") + noun
  }
}
