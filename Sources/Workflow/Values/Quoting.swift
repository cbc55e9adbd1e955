// Shows text from outside in messages.

/// Text from outside as it may stand in a message: short, and without control characters.
func quoted(_ text: String) -> String {
  let shown = text.unicodeScalars.prefix(60).map { scalar in
    scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
      || scalar == "\u{2028}" || scalar == "\u{2029}" ? "\u{FFFD}" : Character(scalar)
  }
  return "`" + String(shown) + (text.unicodeScalars.count > 60 ? "…" : "") + "`"
}
