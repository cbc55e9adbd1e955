// Where a story is kept: a store in memory, or a file in a directory of its own.

import ApplicationRuntime
import Foundation
import MemoryStore
import SQLiteStore

/// The place of a store; ``reopened()`` is what the next process finds there.
enum Place {
  case memory(MemoryStore)
  case file(SQLiteStore, directory: URL)

  static func memory() -> Place { .memory(MemoryStore()) }

  static func file() throws -> Place {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "countersign-scenario-\(UUID().uuidString)")
    let path = directory.appending(path: "store").path(percentEncoded: false)
    return .file(try SQLiteStore.create(at: path), directory: directory)
  }

  var store: any Store {
    switch self {
    case .memory(let store): store
    case .file(let store, _): store
    }
  }

  /// Ends the process and begins the next one.
  func reopened() throws -> Place {
    switch self {
    case .memory(let store): return .memory(store.restarted())
    case .file(let store, let directory):
      let path = store.location
      try store.close()
      return .file(try SQLiteStore.open(at: path), directory: directory)
    }
  }

  func remove() throws {
    guard case .file(let store, let directory) = self else { return }
    try store.close()
    try FileManager.default.removeItem(at: directory)
  }
}
