// Stores in folders that go away with the test.

import Foundation
import Glibc
import SQLiteStore

/// A new folder; removed when this is released.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "countersign-store-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  var store: String { path + "/store" }

  func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o600) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    chmod(path, mode)
  }

  func bytes(of path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

func mode(of path: String) -> mode_t {
  var information = stat()
  stat(path, &information)
  return information.st_mode & 0o7777
}
