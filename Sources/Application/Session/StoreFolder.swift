// The folder in which a store is made: its owner's alone, or a group's.

import ApplicationRuntime
import Foundation

/// The folder of a store. One that is not there yet is made with the right mode.
struct StoreFolder {
  private let path: String

  init(of location: StoreLocation) {
    let folder = (location.path as NSString).deletingLastPathComponent
    path = folder.isEmpty ? "." : folder
  }

  /// Refuses a folder that is wider than 0700, or 2770 where a group shares the store.
  func check(isShared: Bool) throws(EngineError) {
    var status = stat()
    // What is no folder is told by who makes the file.
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return }
    let mode = UInt32(status.st_mode) & 0o7777
    guard mode & (isShared ? 0o007 : 0o077) == 0 else {
      let wanted = isShared ? "2770" : "0700"
      throw EngineError(
        .cannotCreate,
        "The folder \(path) is open to others (mode \(Self.octal(mode))). A store needs one of mode "
          + "\(wanted): name a folder that is not there yet, or `chmod \(wanted)` this one.")
    }
    guard !isShared || mode & 0o070 == 0o070 else {
      throw EngineError(
        .cannotCreate,
        "The folder \(path) is closed to the group (mode \(Self.octal(mode))). A shared store needs "
          + "one of mode 2770: name a folder that is not there yet, or `chmod 2770` this one.")
    }
  }

  private static func octal(_ mode: UInt32) -> String {
    let digits = String(mode, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
