// The file beside the store that stands for the right to run one workflow type.

import Glibc
import Workflow

/// `STORE-run-TYPE`, and what is done with an open descriptor of it.
struct RunFile {
  let path: String
  let permissions: FilePermissions

  init(of type: DocumentTypeID, besides store: String, permissions: FilePermissions) {
    path = store + "-run-" + Self.fileName(type)
    self.permissions = permissions
  }

  /// The process that holds the lock now; nil when none does.
  var holder: Int32? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var lock = Self.wholeFile
    guard fcntl(descriptor, Self.getLockOfDescription, &lock) == 0, lock.l_type != Int16(F_UNLCK)
    else { return nil }
    return Int32(Self.content(descriptor).prefix { $0.isNumber })
  }

  /// Locks without waiting; false with `errno` when it cannot.
  static func lock(_ descriptor: Int32) -> Bool {
    var lock = wholeFile
    return fcntl(descriptor, setLockOfDescription, &lock) == 0
  }

  static func content(_ descriptor: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 32)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
  }

  /// Who holds it is for people and for the next holder to know; the lock does not depend on it.
  static func replace(_ descriptor: Int32, with text: String) {
    guard ftruncate(descriptor, 0) == 0, !text.isEmpty else { return }
    _ = pwrite(descriptor, text, text.utf8.count, 0)
  }

  /// A type's name as part of a file name: other bytes than letters, digits and dashes as `%2F`.
  static func fileName(_ type: DocumentTypeID) -> String {
    var name = ""
    for byte in type.rawValue.utf8.prefix(64) {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D:
        name.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        name += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return name
  }

  private static var wholeFile: flock {
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    return lock
  }

  /// `F_OFD_GETLK` and `F_OFD_SETLK`, which the Glibc module does not import.
  private static let getLockOfDescription: Int32 = 36
  private static let setLockOfDescription: Int32 = 37
}
