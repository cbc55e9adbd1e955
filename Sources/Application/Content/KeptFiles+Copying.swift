// The files that are kept beside a store go with its backups, and come back with them.

import ApplicationRuntime
import Foundation

/// What became of the files of a store that was copied.
struct CopiedFiles {
  var count = 0
  /// Hashes of those that are not what was kept; they were left out.
  var damaged: [String] = []
}

extension KeptFiles {
  /// Whether the folder is there.
  var exists: Bool { FileManager.default.fileExists(atPath: folder) }

  /// The hashes of all files in it, in their order.
  func hashes() throws -> [String] {
    guard exists else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { KeptFile("x#\($0)") != nil }.sorted()
    } catch {
      throw EngineError(.storeUnavailable, "“\(folder)” cannot be read: \(error)")
    }
  }

  /// Copies the files that are not there yet, each flushed; gives those that it added.
  func add(from source: KeptFiles) throws -> (added: [String], copied: CopiedFiles) {
    var copied = CopiedFiles()
    var added: [String] = []
    for hash in try source.hashes() {
      guard let file = KeptFile("receipt#\(hash)") else { continue }
      guard let bytes = try? source.bytes(of: file) else {
        copied.damaged.append(hash)
        continue
      }
      if !has(file) {
        try keep(bytes, as: file)
        added.append(hash)
      }
      copied.count += 1
    }
    return (added, copied)
  }

  func has(_ file: KeptFile) -> Bool { access(path(of: file), F_OK) == 0 }

  /// Takes files away; those that are not there are passed over.
  func remove(_ hashes: [String]) throws {
    for hash in hashes where unlink(folder + "/" + hash) != 0 {
      guard errno == ENOENT else { throw failure(folder + "/" + hash) }
    }
  }

  /// Gives files to another folder as well, without a second copy of their bytes.
  func share(_ hashes: [String], with other: KeptFiles) throws {
    guard !hashes.isEmpty else { return }
    try other.makeFolder()
    for hash in hashes where link(folder + "/" + hash, other.folder + "/" + hash) != 0 {
      guard errno == EEXIST || errno == ENOENT else { throw failure(other.folder + "/" + hash) }
    }
  }

  /// Removes the folder and all in it, after a copy that did not come to its end.
  func discard() { try? FileManager.default.removeItem(atPath: folder) }
}
