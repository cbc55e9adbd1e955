// Where the store is: what was named, or the usual place.

import ApplicationRuntime
import Foundation

/// The place of a store.
struct StoreLocation: Hashable, Sendable {
  let path: String
  /// Whether somebody named it; the usual place is nobody's choice.
  let isNamed: Bool

  /// `--store`, else `COUNTERSIGN_STORE`, else the configuration's, else
  /// `countersign/store.sqlite` under `XDG_DATA_HOME`.
  init(
    option: String?, variables: [String: String], configured: String? = nil
  ) throws(EngineError) {
    let named =
      option ?? variables["COUNTERSIGN_STORE"].flatMap { $0.isEmpty ? nil : $0 } ?? configured
    if let named {
      guard !named.isEmpty, !named.utf8.contains(0) else {
        throw EngineError(.usage, "--store needs the path of a store.")
      }
      guard !named.hasPrefix("postgresql://"), !named.hasPrefix("postgres://") else {
        throw EngineError(
          .storeUnavailable,
          "A store on a database server is not supported by this release; name a file.")
      }
      path = named
      isNamed = true
      return
    }
    path = try Self.folder("XDG_DATA_HOME", or: ".local/share", variables) + "/store.sqlite"
    isNamed = false
  }

  /// Countersign's folder under a base folder of the XDG specification.
  static func folder(
    _ name: String, or usual: String, _ variables: [String: String]
  ) throws(EngineError) -> String {
    // Relative paths are to be ignored, says the specification.
    if let base = variables[name], base.hasPrefix("/") { return base + "/countersign" }
    guard let home = variables["HOME"], home.hasPrefix("/") else {
      throw EngineError(.usage, "Neither \(name) nor HOME is set; name a store with --store.")
    }
    return "\(home)/\(usual)/countersign"
  }

  var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// Who owns the file and what others may do with it; nil where there is none.
  var file: (owner: UInt32, mode: UInt32)? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return (status.st_uid, UInt32(status.st_mode))
  }
}
