// Pause, continue, run now and the settings of the batch job.

import Workflow
import WorkflowRuntime

extension Engine {
  /// The settings as they are in the store.
  public func batchJobSettings() throws -> BatchJobSettings {
    try reading { try BatchJobSettings.read($0) }
  }

  /// Pauses the job for every process, until it is continued.
  public func pause(by actor: Actor) throws {
    try requireAdministrator(actor, "pause the batch job")
    try change {
      $0.isPaused = true
      $0.pausedBy = actor.person
    }
  }

  public func `continue`(by actor: Actor) throws {
    try requireAdministrator(actor, "continue the batch job")
    try change {
      $0.isPaused = false
      $0.pausedBy = nil
    }
  }

  /// Changes the settings; nil leaves one as it is.
  ///
  /// - Parameters:
  ///   - interval: 1 second to a day.
  ///   - batchSize: 1 to 10,000 messages a commit.
  @discardableResult
  public func setBatchJob(
    interval: Duration? = nil, batchSize: Int? = nil, wakes: Bool? = nil, by actor: Actor
  ) throws -> BatchJobSettings {
    try requireAdministrator(actor, "change the batch job")
    if let interval, !(.seconds(1) ... .seconds(86_400)).contains(interval) {
      throw EngineError(.badData, "the interval is from 1 second to 1 day")
    }
    if let batchSize, !(1...10_000).contains(batchSize) {
      throw EngineError(.badData, "the batch size is from 1 to 10000 messages")
    }
    return try change {
      if let interval { $0.interval = interval }
      if let batchSize { $0.batchSize = batchSize }
      if let wakes { $0.wakes = wakes }
    }
  }

  /// Asks the process that runs the job to run what is due now; without one, runs it here.
  public func runNow(by actor: Actor) throws {
    try requireAdministrator(actor, "run the batch job")
    guard try !batchJobSettings().isPaused else {
      throw EngineError(.notAllowed, "the batch job is paused: continue it, or step")
    }
    try ask(SettingName.runRequest)
    _ = try driveIfFree()
  }

  /// Asks the process that runs the job to give the right to run up for a moment, so that the
  /// caller can take it.
  package func askRunnerToYield() throws { try ask(SettingName.yieldRequest) }

  /// Tells the running process something through the store: the number in the setting grows.
  private func ask(_ setting: String) throws {
    try writing { transaction in
      let before = try transaction.setting(setting).flatMap { Int($0) } ?? 0
      try transaction.set("\(before + 1)", for: setting)
    }
  }

  @discardableResult
  private func change(
    _ body: @escaping @Sendable (inout BatchJobSettings) -> Void
  ) throws -> BatchJobSettings {
    try writing { transaction in
      var settings = try BatchJobSettings.read(transaction)
      body(&settings)
      try settings.write(transaction)
      return settings
    }
  }
}
