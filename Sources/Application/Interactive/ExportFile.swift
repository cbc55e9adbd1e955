// The file that an export becomes: for its owner alone, whole or not at all.

import ApplicationRuntime
import Foundation
import Interface

struct ExportFile {
  let path: String

  var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// Nothing is ever replaced unless that was asked for.
  func write(_ text: String, rows: Int, overwrites: Bool) throws -> ExportOutcome {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard !isFolder.boolValue else { throw EngineError(.badData, "\(path) is a folder.") }
    if isThere, !overwrites { return .exists(path: path) }
    let temporary = try writeBeside(text)
    defer { unlink(temporary) }
    // A link is refused where something came to be in the meantime; a rename would replace it.
    let placed = overwrites ? rename(temporary, path) : link(temporary, path)
    if placed != 0 {
      if errno == EEXIST { return .exists(path: path) }
      throw failure()
    }
    return .written(path: path, rows: rows)
  }

  /// Beside its place, with mode 0600, until it is whole.
  private func writeBeside(_ text: String) throws -> String {
    var template = Array((path + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw failure() }
    let name = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try file.write(contentsOf: Data(text.utf8))
      try file.synchronize()
      try file.close()
    } catch {
      unlink(name)
      throw failure()
    }
    return name
  }

  private func failure() -> EngineError {
    EngineError(.cannotCreate, "\(path) cannot be written: \(String(cString: strerror(errno))).")
  }
}
