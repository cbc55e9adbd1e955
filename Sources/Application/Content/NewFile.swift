// Writing a large file that must not be there yet: whole and flushed, or not at all.

import ApplicationRuntime
import Foundation

/// A file that is written part by part under another name and gets its own when it is finished.
/// What is left unfinished is removed.
final class NewFile {
  let path: String
  /// Where it is until it is finished.
  let draft: String
  private let descriptor: Int32
  private let sink: DescriptorSink

  /// - Throws: `cannotCreate` when something is there already.
  init(_ path: String) throws {
    self.path = path
    var status = stat()
    guard lstat(path, &status) != 0 else {
      throw EngineError(
        .cannotCreate, "There is something at “\(path)” already. It was left as it is.")
    }
    draft = "\(path).new-\(getpid())"
    descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure(path) }
    sink = DescriptorSink(descriptor, isBuffered: true)
  }

  deinit {
    close(descriptor)
    unlink(draft)
  }

  func write(_ text: String) throws { try sink.write(text) }

  /// Hands everything to the disk; it can be read under its draft's name then.
  func flush() throws {
    try sink.flush()
    guard fsync(descriptor) == 0 else { throw Self.failure(path) }
  }

  /// Gives the file its name.
  func publish() throws {
    try flush()
    guard link(draft, path) == 0 else { throw Self.failure(path) }
    let folder = open(
      URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY)
    guard folder >= 0 else { throw Self.failure(path) }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw Self.failure(path) }
  }

  private static func failure(_ path: String) -> EngineError {
    EngineError(.cannotCreate, "“\(path)”: \(String(cString: strerror(errno)))")
  }
}
