/// Reads the keys of one mapping, each once, and gathers everything that is wrong with them.
///
/// Every read tells the reader that the key is known; `finish()` then reports the keys that nobody
/// asked for, with the nearest known one.
public struct MappingReader: Sendable {
  /// Where the mapping begins.
  public let location: SourceLocation
  /// What has been found so far, of the parts inside as well.
  public private(set) var findings: [Finding] = []
  private let entries: [YAMLEntry]
  private let entryOfKey: [String: YAMLEntry]
  private var known: Set<String> = []
  /// Required keys that are not there, until it is known whether one of them is only misspelt.
  private var missing: [(key: String, example: String)] = []
  /// Keys that a later release knows: told apart from mistakes.
  let laterKeys: Set<String>
  /// What the mapping is, such as `a task`; with it a key of the language that stands in the wrong
  /// place is told where it may stand.
  private let owner: String?
  /// How often mappings of this file were read once more because of misspelt keys.
  private var rereads = 0
  /// So that a file of nothing but slips is read in bounded time.
  private static let greatestRereads = 25

  init(
    _ entries: [YAMLEntry], at location: SourceLocation, laterKeys: Set<String>,
    owner: String? = nil
  ) {
    self.entries = entries
    entryOfKey = Dictionary(entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    self.location = location
    self.laterKeys = laterKeys
    self.owner = owner
  }

  /// The keys of the mapping in their order.
  public var keys: [String] { entries.map(\.key) }

  /// Whether the mapping has this key.
  public func has(_ key: String) -> Bool { entryOfKey[key] != nil }

  /// Where the key stands; the mapping's own place when it is missing.
  public func location(of key: String) -> SourceLocation {
    entryOfKey[key]?.keyLocation ?? location
  }

  /// Where the value of the key stands; the mapping's own place when it is missing.
  public func location(ofValue key: String) -> SourceLocation {
    entryOfKey[key]?.value.location ?? location
  }

  /// The value of a key, which becomes known; none when it is missing or empty.
  public mutating func node(_ key: String) -> YAMLNode? {
    known.insert(key)
    guard let value = entryOfKey[key]?.value, !value.isNull else {
      return nil
    }
    return value
  }

  /// As `node(_:)`, and reports when there is none.
  public mutating func requiredNode(_ key: String, example: String) -> YAMLNode? {
    if let node = node(key) { return node }
    if has(key) {
      error(at: location(of: key), "`\(key)` is empty", "Write `\(key): \(example)`")
    } else if !missing.contains(where: { $0.key == key }) {
      missing.append((key, example))
    }
    return nil
  }

  /// Reports an error.
  public mutating func error(
    at location: SourceLocation, _ message: String, _ remedy: String
  ) {
    add([Finding(severity: .error, location: location, message: message, remedy: remedy)])
  }

  /// Whether no more findings are taken, so that looking for remedies can end.
  var isFull: Bool { findings.count >= YAMLReader.greatestFindingCount }

  /// Adds findings of a part that was read elsewhere.
  mutating func add(_ more: [Finding]) {
    findings += more.prefix(max(0, YAMLReader.greatestFindingCount - findings.count))
  }

  /// Hands the entries of a mapping to the body in a reader of their own and reports the keys that
  /// the body did not read; reports a node of another kind.
  public mutating func mapping<Result>(
    _ node: YAMLNode, as owner: String? = nil, example: String, isRepeatable: Bool = false,
    _ body: (inout MappingReader) -> Result?
  ) -> Result? {
    guard let entries = node.mapping else {
      error(
        at: node.location, "expected a mapping of keys to values, found \(node.kind)",
        "Write `\(example)`")
      return nil
    }
    var inner = MappingReader(
      entries, at: node.location, laterKeys: laterKeys, owner: owner)
    inner.rereads = rereads
    var result = body(&inner)
    let mended = isRepeatable && inner.rereads < Self.greatestRereads ? inner.mended : nil
    if let mended {
      // What stands under a misspelt key is looked at as well, as if it were spelt right.
      let rereads = inner.rereads + 1
      inner = MappingReader(
        mended.entries, at: node.location, laterKeys: laterKeys, owner: owner)
      inner.rereads = rereads
      result = body(&inner)
      for (slip, key) in mended.slips { inner.reportSlip(slip, nearest: key) }
    }
    inner.finish()
    rereads = inner.rereads
    add(inner.findings)
    return result
  }

  /// The entries with the misspelt keys spelt right, and what these were; none when nothing is
  /// misspelt, or what is meant is there already.
  private var mended: (entries: [YAMLEntry], slips: [(slip: YAMLEntry, key: String)])? {
    var slips: [(slip: YAMLEntry, key: String)] = []
    let mended = entries.map { entry in
      guard !known.contains(entry.key), !laterKeys.contains(entry.key),
        owner == nil || KeyPlaces.standard[entry.key] == nil,
        let key = Spelling.nearest(to: entry.key, among: Array(known)), !has(key),
        !slips.contains(where: { $0.key == key }),
        slips.count < Self.greatestRereads
      else { return entry }
      slips.append((entry, key))
      return YAMLEntry(key: key, keyLocation: entry.keyLocation, value: entry.value)
    }
    return slips.isEmpty ? nil : (mended, slips)
  }

  private mutating func reportSlip(_ entry: YAMLEntry, nearest: String) {
    error(
      at: entry.keyLocation, "unknown key \(quoted(entry.key))", "Did you mean `\(nearest)`?")
  }

  /// Reports every key that was not read, with the nearest known one, and every required key that
  /// is missing, unless one of the former is meant for it.
  public mutating func finish() {
    let unknown = keys.filter { !known.contains($0) && !laterKeys.contains($0) }
    let slips = unknown.prefix(YAMLReader.greatestFindingCount).compactMap {
      Spelling.nearest(to: $0, among: Array(known))
    }
    for (key, example) in missing where !slips.contains(key) {
      error(at: location, "`\(key)` is missing", "Write `\(key): \(example)`")
    }
    missing = []
    for entry in entries where !isFull && !known.contains(entry.key) {
      if laterKeys.contains(entry.key) {
        error(
          at: entry.keyLocation, "`\(entry.key)` is not supported by this release",
          "Remove it; a later release will know it")
      } else if let owner, let place = KeyPlaces.standard[entry.key] {
        error(
          at: entry.keyLocation, "\(owner) has no `\(entry.key)`", "It may stand on \(place)")
      } else if let nearest = Spelling.nearest(to: entry.key, among: Array(known)) {
        reportSlip(entry, nearest: nearest)
      } else {
        let keys = known.sorted().map { "`\($0)`" }.joined(separator: ", ")
        error(
          at: entry.keyLocation, "unknown key \(quoted(entry.key))",
          keys.isEmpty ? "Remove it" : "Remove it; known here: \(keys)")
      }
    }
  }
}
