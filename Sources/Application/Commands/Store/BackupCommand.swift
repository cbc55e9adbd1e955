// `countersign backup`: a copy of the store in one file, made while it is in use.

import ApplicationRuntime
import ArgumentParser
import SQLiteStore
import Workflow

struct BackupCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the store to a new file, while it is in use.")

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "The new file.")
  var file: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    guard let store = session.engine.store as? SQLiteStore else {
      throw EngineError(.usage, "This store is backed up with the tools of its server.")
    }
    do {
      try store.backUp(to: file)
    } catch let error as StoreError {
      throw EngineError(error)
    }
    let head = try session.engine.store.read { try $0.lastStoreChainLink() }
    try session.output.write(
      StoreCopyObject(from: session.location.path, to: file, replaced: nil, head: head))
    return .done
  }
}
