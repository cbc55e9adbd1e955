// Writes results in the form that was asked for: text, JSON, or one object a line.

import ApplicationRuntime
import Screen
import Workflow

final class CommandOutput {
  let format: OutputFormat
  private let environment: ApplicationEnvironment
  private let isQuiet: Bool
  private let isVerbose: Bool
  private let isASCII: Bool

  init(environment: ApplicationEnvironment, options: SharedOptions) {
    self.environment = environment
    format = options.output
    isQuiet = options.quiet
    isVerbose = options.verbose
    isASCII = options.ascii
  }

  /// One result.
  func write<Object: OutputObject>(_ object: Object) throws {
    switch format {
    case .text: try writeLines(object.lines)
    case .json:
      let line: JSON = ["version": 1, "item": .object(object.json)]
      try put(line.text)
    case .jsonl: try put(Self.line(object))
    }
  }

  /// A list. `next` is the cursor of what follows; nil at its end.
  func write<Object: OutputObject>(_ objects: [Object], next: String? = nil) throws {
    switch format {
    case .text:
      let table = TextTable(columns: Object.columns, rows: objects.map(\.cells))
      if !objects.isEmpty { try writeLines(table.lines(width: environment.columns)) }
      if let next { try note("There is more: --after \(next)") }
    case .json:
      let line: JSON = [
        "version": 1, "items": .array(objects.map { .object($0.json) }),
        "next": next.map { .string($0) } ?? .null,
      ]
      try put(line.text)
    case .jsonl:
      for object in objects { try put(Self.line(object)) }
      if let next {
        let line: JSON = ["version": 1, "object": "next", "after": .string(next)]
        try put(line.text)
      }
    }
  }

  /// One object of something that is followed: text or a line of JSON, written at once.
  func follow<Object: OutputObject>(_ object: Object) throws {
    if format == .text {
      try writeLines([object.cells.filter { !$0.isEmpty }.joined(separator: "  ")])
    } else {
      try put(Self.line(object))
    }
    try environment.output.flush()
  }

  /// Text that is a result by itself: a file, a script. It is written as it is.
  func writeVerbatim(_ text: String) throws {
    try environment.output.write(text.hasSuffix("\n") ? text : text + "\n")
  }

  /// A sentence for a person who reads text; left out with `--quiet` and in JSON.
  func say(_ sentence: String) throws {
    if format == .text, !isQuiet { try writeLines([sentence]) }
  }

  /// A sentence on standard error, beside the result.
  func note(_ sentence: String) throws {
    if isQuiet { return }
    try environment.output.flush()
    try environment.errors.write(shown(sentence) + "\n")
  }

  /// A sentence on standard error that only `--verbose` asks for.
  func explain(_ sentence: @autoclosure () -> String) throws {
    if isVerbose { try note(sentence()) }
  }

  func writeLines(_ lines: [String]) throws {
    for line in lines { try put(shown(line)) }
  }

  private func shown(_ line: String) -> String {
    let safe = line.displaySafe
    return isASCII ? Glyphs.ascii.twin(of: safe) : safe
  }

  private func put(_ line: String) throws { try environment.output.write(line + "\n") }

  static func line<Object: OutputObject>(_ object: Object) -> String {
    var line: JSONObject = ["version": 1, "object": .string(Object.object)]
    // The first two are the line's own; an object that has a version of its own names it in full.
    for (key, value) in object.json where key != "version" { line[key] = value }
    return JSON.object(line).text
  }
}
