// The folder beside a store in which the files of documents are kept under their hashes.

import ApplicationRuntime
import Foundation

/// `STORE.files/`: one file for each content, never changed.
struct KeptFiles {
  /// The largest receipt: 32 MiB.
  static let largest = 32 << 20
  private static let longestName = 255

  let folder: String
  /// The owner alone, or the group that shares the store too.
  private let mode: mode_t
  private let group: gid_t?

  init(of location: StoreLocation) { self.init(beside: location.path) }

  /// - Parameter path: the file of a store, or of a backup.
  init(beside path: String) {
    folder = path + ".files"
    var status = stat()
    let isShared = stat(path, &status) == 0 && status.st_mode & 0o060 != 0
    mode = isShared ? 0o660 : 0o600
    group = isShared ? status.st_gid : nil
  }

  /// Keeps a copy of a file, flushed, and gives its name and hash.
  func keep(_ path: String) throws -> KeptFile {
    let name = URL(fileURLWithPath: path).lastPathComponent
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw EngineError(.notFound, "“\(path)”: \(String(cString: strerror(errno)))")
    }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
      throw EngineError(.badData, "“\(path)” is no file with something in it.")
    }
    guard name.utf8.count <= Self.longestName,
      !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw EngineError(.badData, "“\(path)” has a name that cannot be kept.") }
    let bytes = try InputFile(file: path, limit: Self.largest).bytes
    let file = KeptFile(name: name, bytes: bytes)
    try keep(bytes, as: file)
    return file
  }

  /// Keeps bytes under their hash, flushed.
  func keep(_ bytes: [UInt8], as file: KeptFile) throws {
    try makeFolder()
    try write(bytes, as: file)
  }

  /// The bytes of a file that was kept; throws when they are not there, or are others.
  func bytes(of file: KeptFile) throws -> [UInt8] {
    guard access(path(of: file), F_OK) == 0 || errno != ENOENT else {
      throw EngineError(
        .notFound,
        "\(file.name) is not in “\(folder)”: it was erased, or the folder was not copied with the "
          + "store.")
    }
    let bytes = try InputFile(file: path(of: file), limit: Self.largest).bytes
    guard file.fits(bytes) else {
      throw EngineError(.storeDamaged, "“\(path(of: file))” is not what was kept: \(file.name).")
    }
    return bytes
  }

  func path(of file: KeptFile) -> String { folder + "/" + file.hash }

  func makeFolder() throws {
    guard mkdir(folder, 0o700) == 0 else {
      guard errno == EEXIST else { throw failure(folder) }
      return
    }
    if let group {
      _ = chown(folder, uid_t.max, group)
      _ = chmod(folder, 0o2770)
    }
  }

  /// Under another name first: what has its hash as its name is whole.
  private func write(_ bytes: [UInt8], as file: KeptFile) throws {
    let path = path(of: file)
    if access(path, F_OK) == 0 { return }
    let draft = "\(path).new-\(getpid())"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw failure(draft) }
    defer {
      close(descriptor)
      unlink(draft)
    }
    if let group { _ = fchown(descriptor, uid_t.max, group) }
    _ = fchmod(descriptor, mode)
    let sink = DescriptorSink(descriptor, isBuffered: true)
    try sink.write(bytes: bytes)
    try sink.flush()
    guard fsync(descriptor) == 0 else { throw failure(draft) }
    guard link(draft, path) == 0 || errno == EEXIST else { throw failure(path) }
    let opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { throw failure(folder) }
    defer { close(opened) }
    guard fsync(opened) == 0 else { throw failure(folder) }
  }

  func failure(_ path: String) -> EngineError {
    EngineError(.cannotCreate, "“\(path)”: \(String(cString: strerror(errno)))")
  }
}
