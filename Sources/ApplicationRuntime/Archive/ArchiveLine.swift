// The lines of an archive: one JSON object each.

import Workflow
import WorkflowRuntime

/// One line. An archive is a header, then for each instance its row, its history and its work
/// items, and an end. What was hashed stands in it byte for byte.
enum ArchiveLine {
  case header(ArchiveHeader)
  case instance(StoredInstance, entries: Int)
  case entry(StoredHistoryEntry)
  /// For people who read the file; nothing is checked of it.
  case workItem(JSON)
  case end(ArchiveSummary)

  static let version: Int64 = 1

  var text: String { json.text + "\n" }

  private var json: JSON {
    switch self {
    case .header(let header): header.json
    case .instance(let instance, let entries): instance.archiveJSON(entries: entries)
    case .entry(let entry): entry.archiveJSON
    case .workItem(let json): json
    case .end(let summary): summary.json
    }
  }

  /// - Throws: ``EngineError`` with what is wrong with the line.
  init(_ text: String) throws {
    let json: JSON
    do {
      json = try JSON(parsing: text)
    } catch {
      throw EngineError(.badData, "it is no JSON: \(error.message)")
    }
    do {
      let object = try StoredObject(json, what: "archive line")
      switch try object.required("object", String.self) {
      case "archive": self = .header(try ArchiveHeader(object))
      case "instance":
        self = .instance(
          try StoredInstance(archived: object), entries: try object.required("entries"))
      case "historyEntry": self = .entry(try StoredHistoryEntry(archived: object))
      case "workItem": self = .workItem(json)
      case "archiveEnd": self = .end(try ArchiveSummary(object))
      case let other: throw EngineError(.badData, "“\(other)” is nothing of an archive")
      }
    } catch let error as RuntimeError {
      throw EngineError(.badData, error.message)
    }
  }
}

extension ArchiveHeader {
  fileprivate var json: JSON {
    [
      "version": .integer(ArchiveLine.version), "object": "archive", "store": .string(store),
      "at": at.json, "by": actor.json, "reason": .string(reason), "endedBefore": endedBefore.json,
    ]
  }

  fileprivate init(_ object: StoredObject) throws {
    let version: Int = try object.required("version")
    guard version == ArchiveLine.version else {
      throw EngineError(.storeNewer, "a newer release wrote this archive (version \(version))")
    }
    self.init(
      store: try object.required("store"), at: try object.required("at"),
      actor: try object.required("by"), reason: try object.required("reason"),
      endedBefore: try object.required("endedBefore"))
  }
}

extension ArchiveSummary {
  fileprivate var json: JSON {
    [
      "object": "archiveEnd", "instances": instances.json, "entries": entries.json,
      "digest": .string(digest.hexadecimal),
    ]
  }

  fileprivate init(_ object: StoredObject) throws {
    self.init(
      instances: try object.required("instances"), entries: try object.required("entries"),
      digest: try object.hash("digest") ?? [])
  }
}

extension StoredObject {
  /// A hash, or other bytes, in hexadecimal; nil when it is not there.
  func hash(_ key: String) throws -> [UInt8]? {
    guard let text = try optional(key, String.self) else { return nil }
    guard let bytes = [UInt8](hexadecimal: text) else {
      throw EngineError(.badData, "“\(key)” is not in hexadecimal")
    }
    return bytes
  }
}
