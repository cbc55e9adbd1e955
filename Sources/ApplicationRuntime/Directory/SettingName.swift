// The names under which the engine keeps its settings in the store.

import Workflow

enum SettingName {
  static let organizationRevision = "organization.revision"
  static let batchJob = "batchJob"
  /// Grows when someone asks the running process to run what is due now.
  static let runRequest = "batchJob.runRequest"
  /// Grows when someone asks the running process to give up the right to run for a moment.
  static let yieldRequest = "batchJob.yieldRequest"
  /// The time of the last batch.
  static let lastBatch = "batchJob.lastBatch"
  /// The difference of the wall clock and the clock since the machine's start, and which start.
  static let clock = "clock"
  /// Why limits and reminders are held.
  static let timerHold = "clock.timerHold"
  /// The leap of the clock that administrators were told of last.
  static let toldClockLeap = "notification.clockLeap"
  /// Names this store in the keys of deliveries.
  static let deliveryName = "notification.store"
  /// The handlers that fail for many instances in a row.
  static let faults = "batchJob.faults"
  /// How far the open items of a type were looked through, for an organisation on a day.
  static let reconciliation = "reconciliation."
  /// The digest of the text of a version of a workflow, taken when it was saved.
  static func digest(of version: Int, of workflow: WorkflowID) -> String {
    "workflow.digest.\(workflow).\(version)"
  }
  /// The message that is handled with care after a process died in its predecessor.
  static let suspect = "batchJob.suspect"
}
