// The log of what the screens cannot show: one line each, in the person's state folder.

import ApplicationRuntime
import Foundation
import Screen
import Workflow

/// `countersign.log` under `XDG_STATE_HOME`. A program that cannot log goes on without.
final class ProgramLog: Sendable {
  /// When the log is so large at the start, it becomes `countersign.log.1`.
  private static let largest = 1 << 20

  /// The file's descriptor; standard error goes here while the screen is up.
  let descriptor: Int32

  /// Nil where no file can be made.
  init?(variables: [String: String]) {
    guard let folder = try? StoreLocation.folder("XDG_STATE_HOME", or: ".local/state", variables),
      (try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])) != nil
    else { return nil }
    let path = folder + "/countersign.log"
    var status = stat()
    if stat(path, &status) == 0, status.st_size >= Self.largest {
      _ = rename(path, path + ".1")
    }
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  func add(_ sentence: String) {
    let line = "\(SystemClock().now().iso8601) [\(getpid())] \(sentence.displaySafe)\n"
    // One call for one line: lines of several processes do not mix.
    _ = Array(line.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }
}
