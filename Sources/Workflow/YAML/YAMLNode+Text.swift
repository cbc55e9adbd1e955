// One text for every way in which the same part of a file can be written.

extension YAMLNode {
  /// The part on one line, in flow style, quoted only where it must be: `{ user: sue }`.
  ///
  /// - Parameter keys: keys that are left out, at whatever depth.
  func text(omitting keys: Set<String> = []) -> String {
    switch content {
    case .scalar(let scalar): return scalar.canonicalText
    case .sequence(let nodes):
      return nodes.isEmpty
        ? "[]" : "[" + nodes.map { $0.text(omitting: keys) }.joined(separator: ", ") + "]"
    case .mapping(let entries):
      let shown = entries.filter { !keys.contains($0.key) }.map { entry in
        entry.value.isNull ? entry.key + ":" : entry.key + ": " + entry.value.text(omitting: keys)
      }
      return shown.isEmpty ? "{}" : "{ " + shown.joined(separator: ", ") + " }"
    }
  }
}

extension YAMLScalar {
  fileprivate var canonicalText: String {
    if isNull { return "" }
    guard needsQuotes else { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.properties.generalCategory == .control: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private var needsQuotes: Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return true
    }
    if YAMLScalar(text: text, isPlain: true, origin: origin).isNull { return true }
    if first == " " || last == " " || last == ":"
      || "-?:,[]{}#&*!|>'\"%@`".unicodeScalars.contains(first)
    {
      return true
    }
    if text.contains(": ") || text.contains(" #") { return true }
    return text.unicodeScalars.contains { scalar in
      ",[]{}".unicodeScalars.contains(scalar) || scalar.properties.generalCategory == .control
    }
  }
}
