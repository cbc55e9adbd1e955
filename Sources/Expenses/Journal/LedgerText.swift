// Keeps text of people within its place in a ledger file: hledger has no escapes.

enum LedgerText {
  /// The most characters of a description.
  private static let longest = 200

  /// Text for a description: one line, without what begins a comment or a note.
  static func line(_ text: String) -> String {
    replaced(text) { scalar in
      switch scalar {
      case ";": ","
      case "|": "/"
      default: scalar
      }
    }
  }

  /// Text for a comment: one line, without what hledger reads there as a tag or a date.
  static func comment(_ text: String) -> String {
    replaced(text) { scalar in
      switch scalar {
      case ":": " "
      case "[": "("
      case "]": ")"
      default: scalar
      }
    }
  }

  /// One part of an account's name. Different texts give different parts: what is no letter and
  /// no digit is written as its bytes, `%20`.
  static func accountPart(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let isPlain =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-"
        || scalar == "_" || scalar == "."
      if isPlain {
        result.unicodeScalars.append(scalar)
      } else {
        for byte in String(scalar).utf8 {
          result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }
      }
    }
    return result
  }

  private static func replaced(
    _ text: String, _ replacement: (Unicode.Scalar) -> Unicode.Scalar
  ) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(longest) {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator, .format, .surrogate,
        .privateUse, .unassigned:
        // A run of blanks becomes one: two spaces end a name in hledger.
        if result.last != " " { result.append(" ") }
      default: result.append(replacement(scalar))
      }
    }
    while result.last == " " { result.removeLast() }
    return String(result)
  }
}
