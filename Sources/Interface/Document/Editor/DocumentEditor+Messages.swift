// The totals and what is wrong, below the lines.

import ApplicationRuntime
import Screen
import Workflow

extension DocumentEditor {
  /// `5 lines · 687.63 EUR · 1 warning`
  var totalsText: String {
    var parts: [String] = []
    if !lineFields.isEmpty {
      let noun = context.whole == nil ? "line" : "item"
      parts.append(plural(sheet.filledLines.count, noun))
    }
    if let total { parts.append(total.description) }
    if let whole = context.whole, !sheet.filledLines.isEmpty {
      if let sum { parts.append("\(sum) of \(whole)") }
      parts.append(division ?? "that is the whole")
    }
    let errors = unreadCount + findings.filter { $0.severity == .error }.count
    let warnings = findings.filter { $0.severity == .warning }.count
    if errors > 0 { parts.append(plural(errors, "error")) }
    if warnings > 0 { parts.append(plural(warnings, "warning")) }
    return parts.joined(separator: " · ")
  }

  private var unreadCount: Int {
    sheet.lines.reduce(sheet.header.unread.count) { $0 + $1.unread.count }
  }

  func drawMessages(into canvas: inout Canvas, _ rect: Rect) {
    guard rect.rows > 0 else { return }
    let messages = orderedMessages(limit: rect.rows)
    for (index, message) in messages.enumerated() {
      let row = rect.row + index
      let style: Style = message.isError ? .danger : .warning
      canvas.write(message.isError ? "✗" : "!", column: 1, row: row, style: style)
      canvas.write(
        message.text, column: 3, row: row, width: max(0, canvas.columns - 4), style: style)
    }
    let told = attachments ?? place.flatMap(field(at:))?.help
    if messages.count < rect.rows, let told {
      canvas.write(
        told, column: 1, row: rect.row + messages.count, width: max(0, canvas.columns - 2),
        style: .dim)
    }
  }

  /// The receipts and the items of the line of the cursor, for whose names its cells have no room.
  private var attachments: String? {
    guard let line = focus.line, edit == nil else { return nil }
    let names = receipts(ofLine: line).map { ReceiptName($0).text.displaySafe }
    let items = items(ofLine: line).map { item in
      let words = item["title"].display.displaySafe
      return (words.isEmpty ? "" : words + " ") + item["amount"].display
    }
    let parts = names + items
    return parts.isEmpty ? nil : "line \(line + 1): " + parts.joined(separator: " · ")
  }

  /// What is said first: what is about the line of the cursor, then errors, then warnings.
  private func orderedMessages(limit: Int) -> [(text: String, isError: Bool)] {
    var ranked: [(rank: Int, text: String, isError: Bool)] = []
    for (line, field, text) in unreadTexts {
      ranked.append((line == focus.line ? 0 : 1, reading(text, field, line), true))
    }
    for finding in findings {
      let isError = finding.severity == .error
      let isHere = finding.line != nil && finding.line.flatMap(lineIndex) == focus.line
      let text = located(finding) + (isError ? "" : " (warning: you may submit)")
      ranked.append((isHere ? 0 : isError ? 1 : 2, text, isError))
    }
    let ordered = (0...2).flatMap { rank in ranked.filter { $0.rank == rank } }
    return ordered.prefix(limit).map { ($0.text, $0.isError) }
  }

  private var unreadTexts: [(line: Int?, field: Field, text: String)] {
    var result: [(Int?, Field, String)] = headerFields.compactMap { field in
      sheet.header.unread[field.name].map { (nil, field, $0) }
    }
    for line in sheet.lines.indices where !sheet.lines[line].unread.isEmpty {
      for field in lineFields {
        if let text = sheet.lines[line].unread[field.name] { result.append((line, field, text)) }
      }
    }
    return result
  }

  /// Why the text at a place cannot be read, with where that is.
  func unreadReason(at place: EditorPlace) -> String? {
    guard let field = field(at: place), let text = sheet.unread(at: place) else { return nil }
    let reason = reading(text, field, place.line)
    return place.line == nil ? "\(field.label): \(reason)" : reason
  }

  /// Why a text cannot be read.
  private func reading(_ text: String, _ field: Field, _ line: Int?) -> String {
    let prefix = line.map { "line \($0 + 1): " } ?? ""
    do {
      _ = try reader.value(of: text, for: field, reference: context.today)
      // It could be read now: a suggestion or a person came meanwhile.
      return prefix + "\(field.label) must be entered again"
    } catch {
      return prefix + error.message
    }
  }
}
