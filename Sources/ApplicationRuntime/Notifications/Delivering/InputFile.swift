// The standard input of a program: a file that has lost its name.

import Foundation
import Glibc

/// Holds bytes for a program to read; nobody else can open it, and it is gone with its last reader.
struct InputFile {
  let descriptor: Int32

  init(_ bytes: [UInt8]) throws {
    let path = NSTemporaryDirectory() + "countersign-" + UUID().uuidString
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure }
    unlink(path)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else {
        Glibc.close(descriptor)
        throw Self.failure
      }
      rest = rest.dropFirst(max(0, count))
    }
    lseek(descriptor, 0, SEEK_SET)
  }

  private static var failure: DeliveryFailure {
    DeliveryFailure("its input cannot be written: \(DeliveryFailure.words(errno))")
  }

  func close() { Glibc.close(descriptor) }
}
