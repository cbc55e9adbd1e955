// The filter language of the lists: what is typed after `/`, and after `--filter`.

import Foundation
import Workflow

/// Words that must all hold for a row to be shown.
///
///     RowFilter("lyon !draft amount>500 due<fri from:sam")
///
/// A word is looked for in all columns, without case and accents; `!` turns a term round;
/// `field:word` looks in one field, `=`, `!=`, `<`, `<=`, `>` and `>=` compare it; quotes keep
/// blanks together. Any text is a filter: what cannot be understood is looked for as it stands.
package struct RowFilter: Hashable, Sendable {
  package let source: String
  let terms: [Term]

  /// Everything passes.
  package static let none = RowFilter("")

  package init(_ source: String) {
    self.source = source
    terms = Self.words(in: source).prefix(64).compactMap(Term.init(reading:))
  }

  package var isEmpty: Bool { terms.isEmpty }

  package func matches(_ row: FilterRow, calendar: FilterCalendar) -> Bool {
    terms.allSatisfy { $0.matches(row, calendar: calendar) }
  }

  /// The fields that are named here and not among `known`: for commands, which refuse them.
  package func unknownFields(among known: some Sequence<String>) -> [String] {
    let names = Set(known)
    return terms.compactMap(\.field).filter { !names.contains($0) }
  }

  /// What is compared here and cannot be read, a sentence each: for commands, which refuse it.
  package func unreadable(calendar: FilterCalendar) -> [String] {
    terms.compactMap { $0.mistake(calendar: calendar) }
  }

  /// The source cut at blanks outside of quotes; the quotes go.
  private static func words(in source: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in source.prefix(4096) {
      if character == "\"" {
        isQuoted.toggle()
      } else if character.isWhitespace, !isQuoted {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
