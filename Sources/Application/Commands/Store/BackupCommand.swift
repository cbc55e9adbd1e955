// `countersign backup`: a copy of the store in one file, made while it is in use.

import ApplicationRuntime
import ArgumentParser
import Foundation
import SQLiteStore
import Workflow

struct BackupCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the store to a new file, while it is in use.",
    discussion: """
      For administrators. A store in a file is one trust domain: whoever may read or write the \
      file, or a backup of it, is trusted with everything in it, whatever this program allows them. \
      The copy is its owner's alone (mode 0600). The receipts that are kept beside the store are \
      copied into FILE.files.
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
    let kept = KeptFiles(of: session.location)
    let receipts = KeptFiles(beside: file)
    guard !receipts.exists else {
      throw EngineError(
        .cannotCreate, "There is something at \(receipts.folder) already. It was left as it is.")
    }
    do {
      try store.backUp(to: file)
    } catch let error as StoreError {
      throw EngineError(error)
    }
    // A receipt is kept before a line names it: what the copy of the store names is there by now.
    let copied: CopiedFiles
    do {
      copied = try receipts.add(from: kept).copied
    } catch {
      // A backup without its receipts is none.
      receipts.discard()
      unlink(file)
      throw error
    }
    let head = try session.engine.store.read { try $0.lastStoreChainLink() }
    try session.output.write(
      StoreCopyObject(
        from: session.location.path, to: file, replaced: nil, head: head, receipts: copied.count))
    return try session.output.tell(of: copied, from: kept)
  }
}

extension CommandOutput {
  /// Says which receipts were not copied, because their bytes are not what was kept.
  func tell(of copied: CopiedFiles, from source: KeptFiles) throws -> ExitStatus {
    for hash in copied.damaged {
      try note("“\(source.folder)/\(hash)” is not what was kept, and was not copied.")
    }
    return copied.damaged.isEmpty ? .done : .someFailed
  }
}
