// The number of this process, as other processes see it.

#if canImport(Glibc)
  import Glibc
#endif

enum ProcessIdentity {
  static var current: Int32 { getpid() }
}
