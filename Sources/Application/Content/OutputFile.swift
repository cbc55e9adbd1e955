// Writing a whole file that must not be there yet.

import ApplicationRuntime
import Foundation

enum OutputFile {
  /// Writes a new file for its owner alone; one that is there is never overwritten.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw EngineError(.cannotCreate, "“\(path)”: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    let sink = DescriptorSink(descriptor, isBuffered: true)
    try sink.write(bytes: bytes)
    try sink.flush()
  }
}
