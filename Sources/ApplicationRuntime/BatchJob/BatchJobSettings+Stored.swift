// The batch job's settings in the store, where they hold for every process.

import Workflow
import WorkflowRuntime

extension BatchJobSettings {
  /// The settings of a store; the defaults where none were set.
  static func read(_ reading: any StoreReading) throws -> BatchJobSettings {
    guard let text = try reading.setting(SettingName.batchJob) else { return BatchJobSettings() }
    do {
      return try BatchJobSettings(stored: try JSON(parsing: text))
    } catch {
      throw EngineError(.badData, "the stored settings of the batch job cannot be read: \(error)")
    }
  }

  func write(_ transaction: any StoreTransaction) throws {
    try transaction.set(json.text, for: SettingName.batchJob)
  }
}

extension BatchJobSettings: Storable {
  public var json: JSON {
    var parts = StoredParts()
    parts.add("paused", isPaused ? 1 : 0)
    parts.add("pausedBy", pausedBy)
    parts.add("intervalSeconds", Int(interval.components.seconds))
    parts.add("batchSize", batchSize)
    parts.add("wakes", wakes ? 1 : 0)
    return parts.json
  }

  public init(stored json: JSON) throws(RuntimeError) {
    let object = try StoredObject(json, what: "batch job settings")
    self.init(
      isPaused: try object.required("paused", Int.self) == 1,
      pausedBy: try object.optional("pausedBy"),
      interval: .seconds(try object.required("intervalSeconds", Int.self)),
      batchSize: try object.required("batchSize"),
      wakes: try object.required("wakes", Int.self) == 1)
  }
}
