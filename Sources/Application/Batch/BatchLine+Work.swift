// What the `do` of a line names, and the parts that belong to it.

import ApplicationRuntime
import Workflow

extension BatchLine {
  enum Work: Equatable {
    case act(Action)
    case makeDocument(JSON)
    /// Fields of the header, or of a line from 1.
    case setFields(JSON, line: Int?)
    case addLine(JSON)
    case removeLine(Int)
    case copy
    case delete
    case addDelegation(NamedDelegation)
    case removeDelegation(Int64)
    case changeJob(JobChange)
  }

  /// A standing delegation as it is named, before people are looked up.
  struct NamedDelegation: Equatable {
    var to: PersonID
    /// For whom; nil for the person who acts.
    var from: PersonID?
    var scope: StandingDelegation.Scope
    var start: Day?
    var end: Day?
  }

  /// What becomes of the batch job's settings.
  enum JobChange: Equatable {
    case pause
    case `continue`
    case set(interval: Duration?, batchSize: Int?, wakes: Bool?)
  }

  private static let documentCommands = [
    "new", "set", "add-line", "remove-line", "copy", "delete",
  ]
  private static let otherCommands = [
    "delegation add", "delegation remove", "queue pause", "queue continue", "queue set",
  ]

  /// The commands that a line may name.
  static var names: [String] {
    documentCommands.flatMap { ["report \($0)", "document \($0)"] } + otherCommands
      + Action.allCases.filter { $0 != .edit && $0 != .delete }
      .map { Word($0.rawValue).hyphenated }
  }

  static func work(named name: String, _ object: JSONObject) throws(EngineError) -> Work {
    switch name {
    case "report new", "document new":
      guard let report = object["report"] else {
        throw EngineError(.badData, "“\(name)” needs the whole document as “report”.")
      }
      return .makeDocument(report)
    case "report set", "document set":
      return .setFields(
        try fields(of: object, name, "the changed fields"), line: try number("line", of: object))
    case "report add-line", "document add-line":
      return .addLine(try fields(of: object, name, "the line's fields"))
    case "report remove-line", "document remove-line":
      return .removeLine(try required("line", try number("line", of: object), name))
    case "report copy", "document copy": return .copy
    case "report delete", "document delete": return .delete
    case "delegation add": return .addDelegation(try delegation(object))
    case "delegation remove":
      return .removeDelegation(
        Int64(try required("number", try number("number", of: object), name)))
    case "queue pause": return .changeJob(.pause)
    case "queue continue": return .changeJob(.continue)
    case "queue set": return .changeJob(try settings(object))
    default: return .act(try action(name))
    }
  }

  private static func action(_ name: String) throws(EngineError) -> Action {
    let prefix = "instance "
    let word = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
    guard let action = Action(rawValue: Word(word).lowerCamelCased), action != .edit,
      action != .delete
    else {
      throw EngineError(
        .badData, "A batch does not know “\(name)”" + Nearest.hint(to: name, among: names) + ".")
    }
    return action
  }

  private static func fields(
    of object: JSONObject, _ name: String, _ what: String
  ) throws(EngineError) -> JSON {
    guard let fields = object["fields"], fields.object != nil else {
      throw EngineError(.badData, "“\(name)” needs \(what) as “fields”.")
    }
    return fields
  }

  private static func required<Value>(
    _ key: String, _ value: Value?, _ name: String
  ) throws(EngineError) -> Value {
    guard let value else { throw EngineError(.badData, "“\(name)” needs “\(key)”.") }
    return value
  }

  private static func delegation(_ object: JSONObject) throws(EngineError) -> NamedDelegation {
    let type = try text("type", of: object)
    let workflow = try text("workflow", of: object)
    guard type == nil || workflow == nil else {
      throw EngineError(.badData, "“type” and “workflow” exclude each other.")
    }
    return NamedDelegation(
      to: PersonID(try required("to", try text("to", of: object), "delegation add")),
      from: try text("for", of: object).map { PersonID($0) },
      scope: workflow.map { .workflow(WorkflowID($0)) }
        ?? type.map { .type(DocumentTypeID(Word($0).hyphenated)) } ?? .all,
      start: try day("start", of: object), end: try day("end", of: object))
  }

  private static func day(_ key: String, of object: JSONObject) throws(EngineError) -> Day? {
    guard let text = try text(key, of: object) else { return nil }
    guard let day = Day(iso8601: text) else {
      throw EngineError(.badData, "\(key): “\(text)” is not a day such as 2026-12-20.")
    }
    return day
  }

  private static func settings(_ object: JSONObject) throws(EngineError) -> JobChange {
    let interval = try text("interval", of: object).map { text throws(EngineError) in
      guard let option = DurationOption(argument: text) else {
        throw EngineError(.badData, "interval: “\(text)” is not a duration such as 30s.")
      }
      return option.duration
    }
    var wakes: Bool?
    if let json = object["wake"], !json.isNull {
      guard let bool = json.bool else {
        throw EngineError(.badData, "wake: expected true or false, found \(json.kind).")
      }
      wakes = bool
    }
    let batchSize = try number("batchSize", of: object)
    guard interval != nil || batchSize != nil || wakes != nil else {
      throw EngineError(.badData, "“queue set” needs “interval”, “batchSize” or “wake”.")
    }
    return .set(interval: interval, batchSize: batchSize, wakes: wakes)
  }
}
