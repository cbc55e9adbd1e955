// `countersign backup`: a copy of the store in one file, made while it is in use.

import ApplicationRuntime
import ArgumentParser
import SQLiteStore
import Workflow

struct BackupCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the store to a new file, while it is in use.",
    discussion: """
      For administrators. A store in a file is one trust domain: whoever may read or write the \
      file, or a backup of it, is trusted with everything in it, whatever this program allows them. \
      The copy is its owner's alone (mode 0600).
      """)

  @OptionGroup(title: SharedOptions.title) var options: SharedOptions

  @Argument(help: "The new file.")
  var file: String

  func run(_ context: CommandContext) throws -> ExitStatus {
    let session = try context.openSession()
    try session.engine.requireAdministrator(try session.actor, to: "back up the store")
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
