// The history as XES, which tools of process mining read (IEEE 1849).

import Workflow
import WorkflowRuntime

/// Writes a log: one trace for each document, one event for each history entry. Events must come
/// case by case.
public struct XESWriter {
  private let sink: (String) throws -> Void
  private var open: ExportedCase?

  /// - Parameter sink: takes the text part by part.
  public init(_ sink: @escaping (String) throws -> Void) { self.sink = sink }

  public mutating func begin() throws {
    try sink(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
      <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
      <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
      <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
      <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
      <global scope="trace"><string key="concept:name" value=""/></global>
      <global scope="event"><string key="concept:name" value=""/><date key="time:timestamp" \
      value="1970-01-01T00:00:00Z"/><string key="lifecycle:transition" value="complete"/></global>
      <classifier name="Activity" keys="concept:name"/>
      <classifier name="Activity and transition" keys="concept:name lifecycle:transition"/>
      <string key="concept:name" value="Countersign"/>

      """)
  }

  public mutating func add(_ event: ExportedEvent) throws {
    if open != event.document {
      try endCase()
      try begin(event.document)
    }
    let entry = event.row.entry
    var text = "<event>" + Self.string("concept:name", event.activity)
    text += Self.date("time:timestamp", entry.at)
    text += Self.string("lifecycle:transition", event.transition)
    // A system's event has a resource too, so that no tool takes it for one of a person.
    text += Self.string("org:resource", entry.actor?.person.rawValue ?? "system")
    let attributes: [(String, String?)] = [
      ("event", entry.event.rawValue), ("instance", event.row.instance?.description),
      ("element", entry.element?.description), ("step", entry.step),
      ("actorName", event.row.actorName),
      ("impersonatedBy", entry.actor?.impersonatedBy?.rawValue),
      ("onBehalfOf", entry.onBehalfOf?.rawValue), ("comment", entry.comment),
      ("detail", entry.detail), ("hash", event.row.hash),
    ]
    for (key, value) in attributes {
      if let value { text += Self.string(key, value) }
    }
    for value in entry.values { text += Self.string("read:" + value.name, value.value) }
    text += Self.integer("sequence", event.row.sequence)
    if let message = entry.message { text += Self.integer("message", message) }
    try sink(text + "</event>\n")
  }

  public mutating func end() throws {
    try endCase()
    try sink("</log>\n")
  }

  private mutating func begin(_ document: ExportedCase) throws {
    open = document
    var text = "<trace>" + Self.string("concept:name", document.document.rawValue)
    let attributes: [(String, String?)] = [
      ("type", document.type?.rawValue), ("title", document.title),
      ("originator", document.originator?.rawValue), ("status", document.status?.rawValue),
    ]
    for (key, value) in attributes {
      if let value { text += Self.string(key, value) }
    }
    try sink(text + "\n")
  }

  private mutating func endCase() throws {
    guard open != nil else { return }
    open = nil
    try sink("</trace>\n")
  }

  private static func string(_ key: String, _ value: String) -> String {
    "<string key=\"\(escaped(key))\" value=\"\(escaped(value))\"/>"
  }

  private static func integer(_ key: String, _ value: Int64) -> String {
    "<int key=\"\(escaped(key))\" value=\"\(value)\"/>"
  }

  private static func date(_ key: String, _ value: Timestamp) -> String {
    "<date key=\"\(escaped(key))\" value=\"\(value.iso8601)\"/>"
  }

  /// Text within quotes. What XML cannot hold at all, not even as a reference, is spelled out.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += "&#\(scalar.value);"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}":
        result += scalar.spelledOut
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// `\u0007`: for control characters where they cannot be written.
  var spelledOut: String {
    let digits = String(value, radix: 16)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
