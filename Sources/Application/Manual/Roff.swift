// The little of roff that a manual page needs, and text that no roff reads as its own.

/// Builds a page for `man`, line by line.
struct Roff {
  private(set) var text = ""

  /// The heading of the page.
  mutating func title(_ name: String, section: Int, source: String, manual: String) {
    macro("TH", name.uppercased(), "\(section)", "", source, manual)
  }

  mutating func section(_ title: String) { macro("SH", title) }

  mutating func subsection(_ title: String) { macro("SS", title) }

  mutating func paragraph(_ words: String) {
    text += ".PP\n"
    line(words)
  }

  /// A term in bold with what it means.
  mutating func term(_ term: String, _ meaning: String) {
    text += ".TP\n.B \(Self.quoted(term))\n"
    line(meaning)
  }

  /// Lines as they are.
  mutating func example(_ lines: [String]) {
    text += ".PP\n.nf\n.RS 4\n"
    for one in lines { line(one) }
    text += ".RE\n.fi\n"
  }

  private mutating func macro(_ name: String, _ arguments: String...) {
    text += ".\(name) " + arguments.map(Self.quoted).joined(separator: " ") + "\n"
  }

  private mutating func line(_ words: String) {
    for one in words.split(separator: "\n", omittingEmptySubsequences: true) {
      text += Self.escaped(String(one)) + "\n"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + escaped(text).replacing("\"", with: "\\(dq") + "\""
  }

  /// Nothing in it is a request or an escape; hyphens stay hyphens, so that options can be copied.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "`": result += "\\(ga"
      case "'": result += "\\(aq"
      default:
        for scalar in character.unicodeScalars {
          result += scalar.isASCII ? String(scalar) : "\\[u\(Self.code(scalar))]"
        }
      }
    }
    return result.first == "." ? "\\&" + result : result
  }

  /// Four digits or more, as roff names characters beyond ASCII.
  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
