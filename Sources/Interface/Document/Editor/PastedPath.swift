// A file's path as terminals paste it when a file is dropped on them.

import Foundation

/// The path in a pasted text: plain, quoted, with escaped blanks, or as a `file:` address.
enum PastedPath {
  private static let endings: Set<String> = [
    "pdf", "png", "jpg", "jpeg", "heic", "gif", "tif", "tiff", "webp", "txt", "eml", "html", "xml",
  ]

  /// The path of what may be a receipt, by its ending; nil when the text is anything else.
  static func path(in text: String) -> String? {
    guard let path = anyPath(in: text), let dot = path.lastIndex(of: "."),
      endings.contains(path[path.index(after: dot)...].lowercased())
    else { return nil }
    return path
  }

  /// Nil when the text is no path.
  static func anyPath(in text: String) -> String? {
    var text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard text.utf8.count <= 4096, !text.contains(where: \.isNewline) else { return nil }
    if let mark = text.first, mark == "'" || mark == "\"", text.count > 2, text.last == mark {
      text = String(text.dropFirst().dropLast())
    } else {
      text = unescaped(text)
    }
    if text.hasPrefix("file://") {
      guard let address = text.dropFirst(7).removingPercentEncoding,
        let start = address.firstIndex(of: "/")
      else { return nil }
      text = String(address[start...])
    }
    guard ["/", "~/", "./"].contains(where: text.hasPrefix), !text.contains("\0")
    else { return nil }
    return text
  }

  private static func unescaped(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        result.append(character)
        isEscaped = false
      }
    }
    return result
  }
}
