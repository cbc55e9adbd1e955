/// A bracketed paste while it is read: everything up to the end mark is text, whatever it contains.
struct Paste: Hashable, Sendable {
  /// A longer paste is cut: nobody pastes a million characters into a field on purpose.
  static let limit = 1_000_000

  private static let endMark = Array("\u{1B}[201~".unicodeScalars)

  private var scalars: [Unicode.Scalar] = []

  /// How much of the end mark was just read.
  private var matched = 0

  /// Takes the next scalar; true when the paste is complete.
  mutating func append(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == Self.endMark[matched] {
      matched += 1
      return matched == Self.endMark.count
    }
    // The mark's first scalar occurs once in it, so that a broken match can only begin anew.
    for mark in Self.endMark.prefix(matched) { keep(mark) }
    matched = scalar == Self.endMark[0] ? 1 : 0
    if matched == 0 { keep(scalar) }
    return false
  }

  /// The text: line ends as `\n`, and without controls other than that and the tab.
  var text: String {
    var text = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in scalars {
      switch scalar {
      case "\r": text.append("\n")
      case "\n": if !afterReturn { text.append("\n") }
      case "\t": text.append("\t")
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): break
      default: text.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    return String(text)
  }

  private mutating func keep(_ scalar: Unicode.Scalar) {
    if scalars.count < Self.limit { scalars.append(scalar) }
  }
}
