// `countersign restore`: a store made from a backup.

import ApplicationRuntime
import ArgumentParser
import SQLiteStore
import Workflow

struct RestoreCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Make the store from a backup.",
    discussion: """
      The backup is checked first, its record with verify. A store that is there is kept under \
      another name; nobody may be using it. That takes an administrator of the store that is \
      there, or the owner of its file where it cannot be opened any more. A store in a file is one \
      trust domain: whoever may write the file is trusted with everything in it. The receipts in \
      FILE.files come back into STORE.files.
      """)

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "The backup.")
  var file: String

  @Flag(help: "Restore it although verify finds something wrong.")
  var unsound = false

  func run(_ context: CommandContext) throws -> ExitStatus {
    let location = try context.storeLocation()
    if location.exists {
      try requireMayReplace(location, context)
      try context.confirm("Replace the store \(location.path) by the backup “\(file)”?")
    }
    var head: StoreChainLink?
    let old: String?
    var receipts = RestoredReceipts(from: KeptFiles(beside: file), to: KeptFiles(of: location))
    do {
      old = try SQLiteStore.restore(file, to: location.path, replacing: location.exists) { store in
        head = try check(store, context).head
        try receipts.copy()
      }
    } catch {
      receipts.takeBack()
      if let error = error as? StoreError { throw EngineError(error) }
      throw error
    }
    if let old { try receipts.leave(to: KeptFiles(beside: old)) }
    try context.output.write(
      StoreCopyObject(
        from: file, to: location.path, replaced: old, head: head, receipts: receipts.copied.count))
    return try context.output.tell(of: receipts.copied, from: receipts.source)
  }

  /// An administrator; the owner of the file where nobody can be told to be one any more.
  private func requireMayReplace(_ location: StoreLocation, _ context: CommandContext) throws {
    guard let session = try? context.openSession() else {
      guard location.file?.owner == context.environment.userNumber else {
        throw EngineError(
          .notAllowed,
          "\(location.path) cannot be opened: only the owner of the file may replace it.")
      }
      return
    }
    defer { session.close() }
    try session.engine.requireAdministrator(
      try session.actingPerson(), to: "replace the store \(location.path)")
  }

  private func check(
    _ store: SQLiteStore, _ context: CommandContext
  ) throws -> VerificationReport {
    var wrong: [String] = []
    let engine = Engine(
      store: store, types: context.environment.types, clock: context.environment.clock)
    let report = try engine.verify { if wrong.count < 20 { wrong.append($0.message) } }
    guard report.isSound || unsound else {
      throw EngineError(
        .storeDamaged,
        "The record in “\(file)” is not sound. Restore it all the same with --unsound.",
        details: wrong)
    }
    return report
  }
}
