// Why what a person typed into a cell cannot be taken.

/// An entry that cannot be read, in a sentence that says what to type instead.
package struct EntryError: Error, Hashable, Sendable, CustomStringConvertible {
  package let message: String

  package init(_ message: String) { self.message = message }

  package var description: String { message }

  /// Typed text as it may stand in a message: short, and without control characters.
  package static func shown(_ text: String, limit: Int = 40) -> String {
    let scalars = text.unicodeScalars.prefix(limit).map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: Character("\u{FFFD}")
      default: Character(scalar)
      }
    }
    return "“" + String(scalars) + (text.unicodeScalars.count > limit ? "…" : "") + "”"
  }
}
