// The file in which a person's filters are kept from one run to the next.

import ApplicationRuntime
import Foundation
import Interface
import Synchronization

/// `filters.json` under `XDG_STATE_HOME`, for this person alone.
package final class FilterFile: Sendable {
  /// Nil where there is no home to keep it in: then filters live as long as the program.
  private let path: String?
  private let latest: Mutex<SavedFilters>

  private static let largest = 1 << 20

  package init(variables: [String: String]) {
    path = (try? StoreLocation.folder("XDG_STATE_HOME", or: ".local/state", variables))
      .map { $0 + "/filters.json" }
    latest = Mutex(SavedFilters())
  }

  /// What is kept; nothing where there is no file.
  ///
  /// - Throws: when the file cannot be understood. It is left as it is then.
  func read() throws(EngineError) -> SavedFilters {
    guard let path, let data = FileManager.default.contents(atPath: path) else {
      return latest.withLock { $0 }
    }
    guard data.count <= Self.largest,
      let filters = try? JSONDecoder().decode(SavedFilters.self, from: data)
    else {
      throw EngineError(.badData, "The kept filters in \(path) cannot be understood.")
    }
    latest.withLock { $0 = filters }
    return filters
  }

  /// A filter in which `@name` stands for one that is kept. What is kept under no name stays a
  /// word.
  func expanded(_ text: String) throws(EngineError) -> String {
    guard text.contains("@") else { return text }
    let kept = try read()
    var words: [String] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
      let meant = word.hasPrefix("@") ? kept.filters(named: String(word.dropFirst())) : []
      guard meant.count < 2 else {
        throw EngineError(
          .usage, "--filter: “\(word)” is kept for several pages.", details: meant.sorted())
      }
      words.append(meant.first ?? word)
    }
    return words.joined(separator: " ")
  }

  /// Makes a change in the file as it is now.
  func apply(_ change: FilterChange) throws -> SavedFilters {
    var filters = try read()
    filters.apply(change)
    latest.withLock { $0 = filters }
    guard let path else { return filters }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try replace(path, with: try encoder.encode(filters))
    return filters
  }

  /// Whole or not at all: a file of its own gets the name.
  private func replace(_ path: String, with data: Data) throws {
    let draft = "\(path).new-\(getpid())"
    unlink(draft)
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Self.failure(path) }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    do { try handle.write(contentsOf: data) } catch {
      unlink(draft)
      throw Self.failure(path)
    }
    guard rename(draft, path) == 0 else {
      unlink(draft)
      throw Self.failure(path)
    }
  }

  private static func failure(_ path: String) -> EngineError {
    EngineError(.cannotCreate, "“\(path)”: \(String(cString: strerror(errno)))")
  }
}
