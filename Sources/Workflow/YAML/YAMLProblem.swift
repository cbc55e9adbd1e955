// Says what to do about the problems that the YAML scanner finds.

enum YAMLProblem {
  private static let remedies: [(fragment: String, remedy: String)] = [
    ("cannot start any token", "Indent with spaces, not tabs, and put the text in quotes"),
    (
      "mapping values are not allowed",
      "Put a text that contains `: ` in quotes, or begin the key on its own line"
    ),
    ("could not find expected ':'", "Write `key: value`, with a colon and a space"),
    ("did not find expected key", "Align this line with the keys above it, and close all quotes"),
    (
      "did not find expected ',' or", "Close the bracket or brace, or put a comma between the parts"
    ),
    ("did not find expected '-'", "Align the `-` of the list's entries"),
    ("unexpected end of stream", "Close the quote that was opened before"),
    ("control characters", "Remove the character; it cannot be seen in most editors"),
    ("unknown escape character", "In double quotes write `\\\\` for a backslash"),
  ]

  static func remedy(for problem: String) -> String {
    remedies.first { problem.contains($0.fragment) }?.remedy
      ?? "Look for a missing quote, colon or space here or just before"
  }
}
