// Files of the person at the keyboard: folders to choose from, receipts to keep and to copy.

import ApplicationRuntime
import Foundation
import Interface
import Workflow

extension EngineWorker {
  /// Keeps a copy of a file as a receipt, as `document attach` does.
  func keep(receipt path: String) throws -> KeptFile {
    guard let receipts else {
      throw EngineError(.cannotCreate, "This store keeps no files.")
    }
    return try receipts.keep(UserPath(path).expanded)
  }

  /// Writes a copy of a receipt to a new file, and says so.
  func copy(receipt file: KeptFile, to path: String) {
    let path = UserPath(path).expanded
    let result = attempt {
      guard let receipts else { throw EngineError(.notFound, "This store keeps no files.") }
      try OutputFile.write(try receipts.bytes(of: file), to: path)
    }
    switch result {
    case .success: mailbox.post(.notice("Saved \(EntryError.shown(path)).", isError: false))
    case .failure(let error): mailbox.post(.notice(error.message, isError: true))
    }
  }
}

/// A folder as its entries are chosen from.
struct FolderReading {
  /// More entries are not looked through with the eyes.
  private static let most = 5_000

  let path: String

  /// - Parameter path: as a person types it, of a folder or of a file in it.
  init(_ path: String) {
    // The shell's home before the one of the login, as everywhere in a shell.
    let home = Self.home
    let expanded =
      path == "~" || path.hasPrefix("~/") ? home + path.dropFirst() : UserPath(path).expanded
    self.path = URL(fileURLWithPath: expanded.isEmpty ? "." : expanded).standardizedFileURL.path
  }

  func listing() throws -> FolderListing {
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      let url = URL(fileURLWithPath: path)
      return try Self.listing(
        of: url.deletingLastPathComponent().path, selected: url.lastPathComponent)
    }
    return try Self.listing(of: path, selected: nil)
  }

  private static func listing(of path: String, selected: String?) throws -> FolderListing {
    guard let folder = opendir(path) else { throw failure(path) }
    defer { closedir(folder) }
    var names: [String] = []
    var isCut = false
    while let next = readdir(folder) {
      let name = withUnsafePointer(to: &next.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
      }
      // A name that is no text could not be kept as one.
      guard let name, name != ".", name != ".." else { continue }
      guard names.count < most else {
        isCut = true
        break
      }
      names.append(name)
    }
    let entries = names.sorted { $0.lowercased() < $1.lowercased() }.map {
      entry($0, in: path)
    }
    return FolderListing(
      path: path, shownPath: shown(path), entries: entries, isCut: isCut, selected: selected)
  }

  private static func entry(_ name: String, in folder: String) -> FolderListing.Entry {
    let path = folder == "/" ? "/" + name : folder + "/" + name
    var status = stat()
    let isThere = stat(path, &status) == 0
    let kind: FolderListing.Entry.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFDIR: .folder
      case S_IFREG: .file
      default: .other
      }
    let needed = kind == .folder ? R_OK | X_OK : R_OK
    return FolderListing.Entry(
      name: name, kind: isThere ? kind : .other, size: Int64(status.st_size),
      changedAt: Timestamp(microseconds: Int64(status.st_mtim.tv_sec) * 1_000_000),
      isReadable: isThere && access(path, needed) == 0)
  }

  private static var home: String {
    let named = ProcessInfo.processInfo.environment["HOME"] ?? ""
    return named.isEmpty ? NSString(string: "~").expandingTildeInPath : named
  }

  private static func shown(_ path: String) -> String {
    guard home.count > 1 else { return path }
    if path == home { return "~" }
    return path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
  }

  private func failure(_ path: String) -> EngineError { Self.failure(path) }

  private static func failure(_ path: String) -> EngineError {
    EngineError(
      .notFound,
      "\(EntryError.shown(path, limit: 200)) cannot be read: \(String(cString: strerror(errno)))")
  }
}
