// Reads YAML with the place of every part. It works on the events of Yams' own parser, not on its
// nodes: only so the depth is bounded before anything recurses, anchors are refused before they
// multiply, and every duplicate key is told with its own place.

internal import CYaml

struct YAMLReader {
  static let greatestSize = 1024 * 1024
  static let greatestDepth = 32
  static let greatestFindingCount = 100

  private enum Stop: Error { case here }

  private let file: String
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var depth = 0
  private(set) var findings: [Finding] = []

  /// Reads the first and only document of a text; none when it cannot be read to its end.
  static func read(_ yaml: String, file: String) -> (node: YAMLNode?, findings: [Finding]) {
    guard yaml.utf8.count <= greatestSize else {
      return (
        nil,
        [
          Finding(
            severity: .error, location: SourceLocation(file: file, line: 1, column: 1),
            message: "the file is larger than 1 MiB", remedy: "Split it or remove what is not used")
        ]
      )
    }
    var yaml = yaml
    return yaml.withUTF8 { bytes in
      // Some editors begin a file with a mark of its encoding, which is no part of the text.
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      let bytes = UnsafeBufferPointer(rebasing: bytes.dropFirst(bytes.starts(with: mark) ? 3 : 0))
      let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
      defer { parser.deallocate() }
      guard yaml_parser_initialize(parser) == 1 else { return (nil, []) }
      defer { yaml_parser_delete(parser) }
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
      var reader = YAMLReader(file: file, parser: parser)
      let node = reader.document(bytes)
      return (node, reader.findings)
    }
  }

  private init(file: String, parser: UnsafeMutablePointer<yaml_parser_t>) {
    self.file = file
    self.parser = parser
  }

  private mutating func document(_ bytes: UnsafeBufferPointer<UInt8>) -> YAMLNode? {
    do {
      var root: YAMLNode?
      while true {
        let (type, start) = try event(bytes) { ($0.type, $0.start_mark) }
        switch type {
        case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
        case YAML_STREAM_END_EVENT:
          if root == nil {
            report(
              location(start), "the file is empty", "Write keys and values, such as `title: …`")
          }
          return root
        case YAML_DOCUMENT_START_EVENT:
          guard root == nil else {
            report(
              location(start), "the file holds a second document", "Remove it from `---` on")
            return nil
          }
          root = try node(bytes)
        default: return nil
        }
      }
    } catch {
      return nil
    }
  }

  /// Reads the next event, hands it to the body and frees it.
  private mutating func event<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (yaml_event_t) -> Result
  ) throws(Stop) -> Result {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      reportProblem(bytes)
      throw .here
    }
    let result = body(event)
    yaml_event_delete(&event)
    return result
  }

  /// What is kept of an event.
  private struct Part {
    let type: yaml_event_type_t
    let location: SourceLocation
    var hasAnchor = false
    var hasTag = false
    var scalar: YAMLScalar?
  }

  private mutating func part(_ bytes: UnsafeBufferPointer<UInt8>) throws(Stop) -> Part {
    let file = file
    let part = try event(bytes) { event in
      let start = event.start_mark
      let location = SourceLocation(file: file, line: start.line + 1, column: start.column + 1)
      var part = Part(type: event.type, location: location)
      switch event.type {
      case YAML_ALIAS_EVENT: part.hasAnchor = true
      case YAML_SCALAR_EVENT:
        part.hasAnchor = event.data.scalar.anchor != nil
        part.hasTag = event.data.scalar.tag != nil
        part.scalar = Self.scalar(event, at: location)
      case YAML_SEQUENCE_START_EVENT:
        part.hasAnchor = event.data.sequence_start.anchor != nil
        part.hasTag = event.data.sequence_start.tag != nil
      case YAML_MAPPING_START_EVENT:
        part.hasAnchor = event.data.mapping_start.anchor != nil
        part.hasTag = event.data.mapping_start.tag != nil
      default: break
      }
      return part
    }
    if part.hasAnchor {
      report(part.location, "anchors and aliases are not supported", "Write the value out")
    }
    if part.hasTag {
      report(part.location, "tags such as `!!str` are not supported", "Remove the tag")
    }
    return part
  }

  private static func scalar(_ event: yaml_event_t, at location: SourceLocation) -> YAMLScalar {
    let data = event.data.scalar
    let text = String(
      decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
    let isPlain = data.style == YAML_PLAIN_SCALAR_STYLE
    let isBlock =
      data.style == YAML_LITERAL_SCALAR_STYLE || data.style == YAML_FOLDED_SCALAR_STYLE
    let quotes = isPlain || isBlock ? 0 : 1
    let width = event.end_mark.column - event.start_mark.column - 2 * quotes
    let isVerbatim =
      !isBlock && event.start_mark.line == event.end_mark.line
      && width == text.unicodeScalars.count
    return YAMLScalar(
      text: text, isPlain: isPlain,
      origin: TextOrigin(location: location.offset(byColumns: quotes), isVerbatim: isVerbatim))
  }

  private mutating func node(_ bytes: UnsafeBufferPointer<UInt8>) throws(Stop) -> YAMLNode {
    try node(from: part(bytes), bytes)
  }

  private mutating func node(
    from part: Part, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(Stop) -> YAMLNode {
    switch part.type {
    case YAML_SEQUENCE_START_EVENT:
      try enter(part.location)
      var nodes: [YAMLNode] = []
      while true {
        let next = try self.part(bytes)
        if next.type == YAML_SEQUENCE_END_EVENT { break }
        nodes.append(try node(from: next, bytes))
      }
      depth -= 1
      return YAMLNode(location: part.location, content: .sequence(nodes))
    case YAML_MAPPING_START_EVENT:
      try enter(part.location)
      let entries = try entries(bytes)
      depth -= 1
      return YAMLNode(location: part.location, content: .mapping(entries))
    default:
      let origin = TextOrigin(location: part.location, isVerbatim: false)
      let empty = YAMLScalar(text: "", isPlain: true, origin: origin)
      return YAMLNode(location: part.location, content: .scalar(part.scalar ?? empty))
    }
  }

  private mutating func entries(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(Stop) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    var lineOfKey: [String: Int] = [:]
    while true {
      let keyPart = try part(bytes)
      if keyPart.type == YAML_MAPPING_END_EVENT { return entries }
      guard let key = keyPart.scalar else {
        report(
          keyPart.location, "a key must be a single word", "Write a plain key, such as `title:`")
        _ = try node(from: keyPart, bytes)
        _ = try node(bytes)
        continue
      }
      let value = try node(bytes)
      if let line = lineOfKey[key.text] {
        report(
          keyPart.location, "the key \(quoted(key.text)) is there twice",
          "Remove it here or in line \(line)")
        continue
      }
      lineOfKey[key.text] = keyPart.location.line
      entries.append(YAMLEntry(key: key.text, keyLocation: keyPart.location, value: value))
    }
  }

  private mutating func enter(_ location: SourceLocation) throws(Stop) {
    depth += 1
    guard depth <= Self.greatestDepth else {
      reportDepth(location)
      throw .here
    }
  }

  private mutating func reportDepth(_ location: SourceLocation) {
    report(location, "nested more than \(Self.greatestDepth) deep", "Flatten this part of the file")
  }

  private func location(_ mark: yaml_mark_t) -> SourceLocation {
    SourceLocation(file: file, line: mark.line + 1, column: mark.column + 1)
  }

  private mutating func report(_ location: SourceLocation, _ message: String, _ remedy: String) {
    guard findings.count < Self.greatestFindingCount else { return }
    findings.append(
      Finding(severity: .error, location: location, message: message, remedy: remedy))
  }

  private mutating func reportProblem(_ bytes: UnsafeBufferPointer<UInt8>) {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "the file cannot be read"
    var location = location(parser.pointee.problem_mark)
    if parser.pointee.error == YAML_READER_ERROR {
      // The reader's errors have an offset in bytes instead of a mark.
      let before = bytes.prefix(parser.pointee.problem_offset)
      let line = before.count { $0 == 0x0A } + 1
      let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
      location = SourceLocation(file: file, line: line, column: column)
    }
    // The scanner looks far ahead and has a bound of its own.
    if problem.hasPrefix("Maximum nesting level") {
      reportDepth(location)
    } else {
      report(location, "this is not YAML: \(problem)", YAMLProblem.remedy(for: problem))
    }
  }
}
