// One line of a batch: what is to be done, by whom, when (INTERFACE 3).

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// A line of a batch, read and checked as far as that goes without a store.
struct BatchLine: Equatable {
  let work: Work
  /// A work item or a document, as it was named.
  let item: String?
  let document: String?
  let instance: String?
  let type: String?
  let actingAs: String?
  let at: Timestamp?
  let comment: String?
  let to: PersonID?
  /// How a skipped element ends, or the named outcome that is chosen.
  let outcome: String?
  let queue: QueueID?
  /// The version that an instance goes over to.
  let version: Int?
  let key: String?

  private static let keys = [
    "do", "item", "document", "instance", "type", "as", "at", "comment", "to", "outcome", "queue",
    "version", "key", "report", "fields", "line", "for", "workflow", "start", "end", "number",
    "interval", "batchSize", "wake",
  ]

  init(_ text: String) throws(EngineError) {
    let json: JSON
    do {
      json = try JSON(parsing: text)
    } catch {
      throw EngineError(.badData, "The line is not JSON: column \(error.column): \(error.problem)")
    }
    try self.init(json)
  }

  init(_ json: JSON) throws(EngineError) {
    guard let object = json.object else {
      throw EngineError(.badData, "A line is an object such as {\"do\":\"approve\",\"item\":…}.")
    }
    let unknown = object.keys.filter { !Self.keys.contains($0) }
    guard unknown.isEmpty else {
      throw EngineError(
        .badData,
        "There is no key “\(unknown.joined(separator: "”, “"))”; there are "
          + Self.keys.joined(separator: ", ") + ".")
    }
    guard let name = try Self.text("do", of: object) else {
      throw EngineError(.badData, "“do” is missing: the name of a command, such as approve.")
    }
    work = try Self.work(named: name, object)
    item = try Self.text("item", of: object)
    document = try Self.text("document", of: object)
    instance = try Self.text("instance", of: object)
    // As in commands, a report is an expense report.
    type = try Self.text("type", of: object) ?? (name == "report new" ? "expense-report" : nil)
    actingAs = try Self.text("as", of: object)
    comment = try Self.text("comment", of: object)
    key = try Self.text("key", of: object)
    to = try Self.text("to", of: object).map { PersonID($0) }
    at = try Self.text("at", of: object).map { text throws(EngineError) in
      guard let time = Timestamp(iso8601: text) else {
        throw EngineError(.badData, "at: “\(text)” is not a time such as 2026-03-01T09:00:00Z.")
      }
      return time
    }
    outcome = try Self.text("outcome", of: object)
    queue = try Self.text("queue", of: object).map { QueueID($0) }
    version = try Self.number("version", of: object)
    _ = try elementOutcome
  }

  static func number(_ key: String, of object: JSONObject) throws(EngineError) -> Int? {
    guard let json = object[key], !json.isNull else { return nil }
    guard let number = json.integer.flatMap({ Int(exactly: $0) }) else {
      throw EngineError(.badData, "\(key): expected a whole number, found \(json.kind).")
    }
    return number
  }

  static func text(_ key: String, of object: JSONObject) throws(EngineError) -> String? {
    guard let json = object[key], !json.isNull else { return nil }
    guard let text = json.string else {
      throw EngineError(.badData, "\(key): expected a text, found \(json.kind).")
    }
    return text
  }
}
