// Reads what was typed or pasted into a cell, by the type of its field.

import ApplicationRuntime
import Foundation
import Workflow

/// Turns text into values of a field, and values into what a person sees and edits.
struct EntryReader {
  let context: EditorContext
  /// The fields of lines: their dates are of what has happened already.
  let lineFields: [Field]

  /// The value that a text means; never `.none`.
  ///
  /// - Parameter reference: what a date counts from: the date of the line above, or today.
  func value(of text: String, for field: Field, reference: Day) throws(EntryError) -> Value {
    let text = text.trimmingCharacters(in: .whitespaces)
    if !field.choices.isEmpty, !isList(field.type) {
      return .text(try entry(text, among: pool(for: field), called: field.label))
    }
    return try value(of: text, type: field.type, field: field, reference: reference)
  }

  /// Why a text that is being typed can become no value of a field; nil while it still may.
  func problem(of text: String, for field: Field, reference: Day) -> String? {
    guard text.contains(where: { !$0.isWhitespace }), !isList(field.type) else { return nil }
    do {
      _ = try value(of: text, for: field, reference: reference)
      return nil
    } catch {
      return mayBecome(text, field, reference) ? nil : error.message
    }
  }

  private func mayBecome(_ text: String, _ field: Field, _ reference: Day) -> Bool {
    if isClosed(field) {
      return !CompletionList(of: text, from: pool(for: field), isClosed: true).candidates.isEmpty
    }
    return switch field.type {
    case .day: Prefix.mayBecome(day: text, near: reference)
    case .money: Prefix.mayBecome(amount: text, default: context.currency)
    case .number: Prefix.mayBecome(number: text)
    default: true
    }
  }

  private func value(
    of text: String, type: ValueType, field: Field, reference: Day
  ) throws(EntryError) -> Value {
    switch type {
    case .text: return .text(spelled(text, as: field))
    case .money: return .money(try AmountEntry.parse(text, default: context.currency))
    case .number: return .number(try NumberEntry.number(of: text, ambiguity: .isDecimal))
    case .day:
      return .day(
        try DayEntry.parse(
          text, near: reference, today: context.today,
          notAfter: lineFields.contains(field) ? context.today : nil))
    case .bool: return .bool(try truth(text))
    case .person: return .text(try entry(text, among: pool(for: field), called: field.label))
    case .time:
      guard let time = Timestamp(iso8601: text) else {
        throw EntryError("\(EntryError.shown(text)) is not a time such as 2026-03-01T09:00:00Z")
      }
      return .time(time)
    case .list(let element):
      var values: [Value] = []
      for part in text.split(separator: ",").prefix(200) {
        let part = part.trimmingCharacters(in: .whitespaces)
        guard !part.isEmpty else { continue }
        values.append(try value(of: part, type: element, field: field, reference: reference))
      }
      guard !values.isEmpty else { throw EntryError("Type texts with commas between them") }
      return .list(values)
    case .duration, .record, .absent:
      throw EntryError("\(field.label) cannot be typed here")
    }
  }

  /// Whether anything can be entered into a field of this type.
  func isEditable(_ field: Field) -> Bool {
    guard !field.isCalculated, !context.readOnly.contains(field.name) else { return false }
    switch field.type {
    case .duration, .record, .absent: return false
    case .list(let element):
      switch element {
      case .list, .duration, .record, .absent: return false
      default: return true
      }
    default: return true
    }
  }

  /// Whether a field takes nothing but entries of its pool.
  func isClosed(_ field: Field) -> Bool {
    !field.choices.isEmpty || field.type == .person || field.type == .bool
  }

  /// What a field may be completed to.
  func pool(for field: Field) -> [Candidate] {
    let suggestions = context.suggestions[field.name] ?? []
    if !field.choices.isEmpty {
      return field.choices.map { choice in
        Candidate(text: choice, label: suggestions.first { $0.value == choice }?.label)
      }
    }
    switch field.type {
    case .bool: return [Candidate(text: "yes"), Candidate(text: "no")]
    case .person: return context.people.map { Candidate(text: $0.value, label: $0.label) }
    case .text: return suggestions.map { Candidate(text: $0.value, label: $0.label) }
    default: return []
    }
  }

  /// A text in the spelling of the field's suggestions: `dsb` as `DSB`.
  private func spelled(_ text: String, as field: Field) -> String {
    let suggestions = context.suggestions[field.name] ?? []
    guard !suggestions.isEmpty, !suggestions.contains(where: { $0.value == text }) else {
      return text
    }
    let folded = CompletionList.folded(text)
    return suggestions.first { CompletionList.folded($0.value) == folded }?.value ?? text
  }

  private func truth(_ text: String) throws(EntryError) -> Bool {
    switch text.lowercased() {
    case "y", "yes", "true", "1", "x": return true
    case "n", "no", "false", "0", "-": return false
    default: throw EntryError("\(EntryError.shown(text)) is neither yes nor no")
    }
  }

  /// The entry that is meant: the same text or name, or the only one that begins so.
  private func entry(
    _ text: String, among pool: [Candidate], called label: String
  ) throws(EntryError) -> String {
    let query = CompletionList.folded(text)
    func isSame(_ candidate: Candidate) -> Bool {
      CompletionList.folded(candidate.text) == query
        || candidate.label.map(CompletionList.folded) == query
        || CompletionList.folded(candidate.shown) == query
    }
    if let same = pool.first(where: { $0.text == text }) ?? pool.first(where: isSame) {
      return same.text
    }
    let beginning = pool.filter {
      CompletionList.folded($0.text).hasPrefix(query)
        || $0.label.map { CompletionList.folded($0).hasPrefix(query) } == true
    }
    if beginning.count == 1, !query.isEmpty { return beginning[0].text }
    let known = pool.prefix(5).map(\.text).joined(separator: ", ")
    throw EntryError(
      "\(EntryError.shown(text)) is no \(label.lowercased())"
        + (known.isEmpty ? "" : ": " + known + (pool.count > 5 ? ", …" : "")))
  }

  private func isList(_ type: ValueType) -> Bool {
    if case .list = type { true } else { false }
  }
}
