// Which thread runs, so that a write within a write is refused and not waited for.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

struct ThreadNumber: Hashable, Sendable {
  private let number: Int

  static var current: ThreadNumber { ThreadNumber(number: pthread_self().hashValue) }

  /// The number of this process.
  static var process: Int32 { getpid() }
}
