// Reads single values, lists, expressions and texts with placeholders.

extension MappingReader {
  /// The single value of a key, as it is written.
  mutating func scalar(_ key: String, example: String) -> (text: YAMLScalar, at: SourceLocation)? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar else {
      error(
        at: node.location, "`\(key)` must be a single value, found \(node.kind)",
        "Write `\(key): \(example)`")
      return nil
    }
    return (scalar, node.location)
  }

  /// The text of a key; none when it is missing.
  public mutating func text(_ key: String, example: String) -> String? {
    scalar(key, example: example)?.text.text
  }

  /// The text of a key, which is reported when it is missing.
  public mutating func requiredText(_ key: String, example: String) -> String? {
    guard requiredNode(key, example: example) != nil else { return nil }
    return text(key, example: example)
  }

  /// `true` or `false`; none when the key is missing.
  public mutating func bool(_ key: String) -> Bool? {
    guard let (scalar, location) = scalar(key, example: "true") else { return nil }
    switch scalar.text {
    case "true": return true
    case "false": return false
    default:
      error(
        at: location, "`\(key)` must be true or false, found \(quoted(scalar.text))",
        "Write `\(key): true` or `\(key): false`")
      return nil
    }
  }

  /// A whole number in a range; none when the key is missing.
  public mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let (scalar, location) = scalar(key, example: "10") else { return nil }
    guard let number = Int(scalar.text), range.contains(number) else {
      error(
        at: location, "`\(key)` must be a whole number, found \(quoted(scalar.text))",
        "Write a number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  /// One word of several; none when the key is missing.
  public mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, as type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    let words = Choice.allCases.map(\.rawValue)
    guard let (scalar, location) = scalar(key, example: words.first ?? "") else { return nil }
    return choice(scalar.text, of: type, at: location)
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ text: String, of type: Choice.Type, at location: SourceLocation
  ) -> Choice? where Choice.RawValue == String {
    if let choice = Choice(rawValue: text) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    if let nearest = Spelling.nearest(to: text, among: words) {
      error(at: location, "unknown word \(quoted(text))", "Did you mean `\(nearest)`?")
    } else {
      error(
        at: location, "unknown word \(quoted(text))", "Write \(words.joined(separator: ", "))")
    }
    return nil
  }

  /// The texts of a list with their places; none when the key is missing.
  public mutating func texts(
    _ key: String, example: String
  ) -> [(text: String, location: SourceLocation)]? {
    guard let node = node(key) else { return nil }
    guard let nodes = node.sequence else {
      error(
        at: node.location, "`\(key)` must be a list, found \(node.kind)",
        "Write `\(key): \(example)`")
      return nil
    }
    var result: [(text: String, location: SourceLocation)] = []
    for node in nodes {
      if let scalar = node.scalar, !scalar.isNull {
        result.append((scalar.text, node.location))
      } else {
        error(
          at: node.location, "`\(key)` holds single values, found \(node.kind)",
          "Write `\(key): \(example)`")
      }
    }
    return result
  }

  /// A condition; none when the key is missing or its text is no expression, which is reported.
  public mutating func expression(_ key: String) -> Expression? {
    guard let (scalar, _) = scalar(key, example: "total > 100") else { return nil }
    do {
      return try Expression(scalar.text, origin: scalar.origin)
    } catch {
      self.error(
        at: scalar.origin.location(of: scalar.text, at: error.offset),
        "`\(key)` is not an expression: \(error.message)",
        "Write a condition such as `total > 100`, in quotes if it contains `: ` or ` #`")
      return nil
    }
  }

  /// As `expression(_:)`, and reports when the key is missing.
  public mutating func requiredExpression(_ key: String) -> Expression? {
    guard requiredNode(key, example: "total > 100") != nil else { return nil }
    return expression(key)
  }

  /// A text with placeholders; none when the key is missing or a placeholder is malformed.
  public mutating func template(_ key: String) -> Template? {
    guard let (scalar, _) = scalar(key, example: "Receipts of {document.title}") else { return nil }
    return template(scalar, of: key)
  }

  /// A text with placeholders, or a mapping of such texts by language, the usual one first.
  public mutating func localizedTemplate(_ key: String) -> LocalizedTemplate? {
    guard let node = node(key), let entries = node.mapping else {
      return template(key).map { LocalizedTemplate($0) }
    }
    var texts: [(language: String, template: Template)] = []
    for entry in entries {
      guard let scalar = entry.value.scalar, !scalar.isNull else {
        error(
          at: entry.value.location, "`\(key)` holds one text for each language",
          "Write `\(key): { en: Review, da: Gennemse }`")
        continue
      }
      guard Self.isLanguage(entry.key) else {
        error(
          at: entry.keyLocation, "\(quoted(entry.key)) is no language",
          "Write a code such as `en`, `da` or `pt-BR`")
        continue
      }
      if let template = template(scalar, of: key) { texts.append((entry.key, template)) }
    }
    guard let usual = texts.first else {
      if entries.isEmpty {
        error(at: node.location, "`\(key)` is empty", "Write a text, or remove the key")
      }
      return nil
    }
    return LocalizedTemplate(
      usual.template,
      translations: Dictionary(texts.map { ($0.language, $0.template) }) { first, _ in first })
  }

  /// Two or three small letters, and perhaps the two large ones of a region.
  private static func isLanguage(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let language = parts.first, parts.count <= 2,
      (2...3).contains(language.utf8.count),
      language.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
    else { return false }
    guard parts.count == 2 else { return true }
    return parts[1].utf8.count == 2 && parts[1].utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  private mutating func template(_ scalar: YAMLScalar, of key: String) -> Template? {
    do {
      return try Template(scalar.text, origin: scalar.origin)
    } catch {
      self.error(
        at: scalar.origin.location(of: scalar.text, at: error.offset),
        "`\(key)` cannot be read: \(error.message)",
        "Write placeholders such as {document.title}")
      return nil
    }
  }

  /// Reports a text that cannot name something: names are words of small letters, digits, hyphens.
  mutating func name(_ key: String, example: String) -> String? {
    guard requiredNode(key, example: example) != nil,
      let (scalar, location) = scalar(key, example: example)
    else { return nil }
    return isName(scalar.text, at: location, example: example) ? scalar.text : nil
  }

  /// Whether a text can name something; reports it if not.
  mutating func isName(_ text: String, at location: SourceLocation, example: String) -> Bool {
    let bytes = text.utf8
    let isName = bytes.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    guard isName, !bytes.isEmpty, bytes.count <= 64, bytes.first != 0x2D else {
      error(
        at: location, "\(quoted(text)) cannot be a name",
        "Use small letters, digits and hyphens, such as `\(example)`")
      return false
    }
    return true
  }
}
