// Why a delivery did not reach its person this time.

import Glibc

/// A try that failed, with a sentence that a person can act on.
struct DeliveryFailure: Error, Hashable, CustomStringConvertible {
  let description: String
  /// Whether another try cannot help.
  let isFinal: Bool

  private static let longest = 300

  init(_ description: String, isFinal: Bool = false) {
    self.description = String(description.prefix(Self.longest))
    self.isFinal = isFinal
  }

  /// What the system calls an error.
  static func words(_ code: Int32) -> String { String(cString: strerror(code)) }

  /// The first line of what a program said; nil when it said nothing.
  static func firstLine(_ bytes: [UInt8]) -> String? {
    let line = bytes.split(separator: 0x0A).first { !$0.allSatisfy { $0 <= 0x20 } }
    return line.map { bytes in
      let text = String(decoding: bytes.prefix(longest), as: UTF8.self)
      let plain = text.unicodeScalars.map { $0.isPlain ? $0 : "\u{FFFD}" }
      return String(String.UnicodeScalarView(plain))
    }
  }
}

extension Unicode.Scalar {
  /// Whether it stands in a line of text for itself: no control character, nothing that turns the
  /// direction of writing.
  var isPlain: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: false
    default: true
    }
  }
}
