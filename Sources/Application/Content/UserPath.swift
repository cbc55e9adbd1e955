// A path as a person types it.

import Foundation

/// A path that may begin with `~`, be quoted by whoever pasted it, or have blanks around it.
struct UserPath {
  private let text: String

  init(_ text: String) {
    var text = text.trimmingCharacters(in: .whitespaces)
    if text.count >= 2, let quote = text.first, quote == "'" || quote == "\"", text.last == quote {
      text = String(text.dropFirst().dropLast())
    }
    self.text = text
  }

  var expanded: String { NSString(string: text).expandingTildeInPath }

  /// A path beside this one where nothing is yet: `march.csv` gives `march-rejected.csv`.
  func free(suffix: String) -> String {
    let url = URL(fileURLWithPath: expanded)
    let name = url.deletingPathExtension().lastPathComponent + suffix
    let ending = url.pathExtension.isEmpty ? "" : "." + url.pathExtension
    let folder = url.deletingLastPathComponent()
    var candidate = folder.appendingPathComponent(name + ending)
    var number = 2
    while FileManager.default.fileExists(atPath: candidate.path), number < 1_000 {
      candidate = folder.appendingPathComponent("\(name)-\(number)\(ending)")
      number += 1
    }
    return candidate.path
  }
}
