// The folder of a throw-away store: it goes with its demo, however that is left.

import ApplicationRuntime
import Foundation

/// A folder of its own in the temporary one, named after the process that made it.
struct DemoFolder {
  private static let prefix = "countersign-demo-"

  let path: String

  /// Makes it, and removes what demos left that were killed.
  ///
  /// - Throws: where no folder can be made.
  init(in base: String = FileManager.default.temporaryDirectory.path) throws(EngineError) {
    Self.sweep(base)
    var template = Array((base + "/\(Self.prefix)\(getpid())-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw EngineError(
        .cannotCreate, "A folder in \(base) cannot be made: \(String(cString: strerror(errno)))")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// Removes the folders of this user's demos whose process is gone.
  private static func sweep(_ base: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let parts = name.dropFirst(prefix.count).split(separator: "-")
      guard parts.count == 2, let process = pid_t(parts[0]), process > 1,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      let path = base + "/" + name
      var information = stat()
      // A link, or what belongs to somebody else, is left alone.
      guard lstat(path, &information) == 0, information.st_mode & S_IFMT == S_IFDIR,
        information.st_uid == getuid()
      else { continue }
      try? FileManager.default.removeItem(atPath: path)
    }
  }
}
