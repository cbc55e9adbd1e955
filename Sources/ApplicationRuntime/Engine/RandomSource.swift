// The one place that draws random bytes: salts of the history.

import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Where random bytes come from; a simulation injects its own.
public protocol RandomSource: Sendable {
  func bytes(_ count: Int) -> [UInt8]
}

/// The operating system's generator, asked for many bytes at a time: each question is a system call.
public struct SystemRandomSource: RandomSource {
  private let drawn = DrawnBytes()

  public init() {}

  public func bytes(_ count: Int) -> [UInt8] { drawn.take(count) }
}

/// Bytes that were drawn and not yet given. Each is given once.
private final class DrawnBytes: Sendable {
  /// What the system gives with one call.
  private static let mostAtOnce = 256

  private let bytes = Mutex<[UInt8]>([])

  func take(_ count: Int) -> [UInt8] {
    bytes.withLock { bytes in
      if bytes.count < count { Self.draw(count, into: &bytes) }
      defer { bytes.removeLast(count) }
      return Array(bytes.suffix(count))
    }
  }

  private static func draw(_ count: Int, into bytes: inout [UInt8]) {
    var drawn = [UInt8](repeating: 0, count: mostAtOnce)
    for _ in stride(from: 0, to: count, by: mostAtOnce) {
      if drawn.withUnsafeMutableBytes({ getentropy($0.baseAddress, $0.count) }) != 0 {
        // A kernel without this call has another way, which the generator knows.
        var generator = SystemRandomNumberGenerator()
        for index in drawn.indices { drawn[index] = generator.next() }
      }
      bytes.append(contentsOf: drawn)
    }
  }
}
