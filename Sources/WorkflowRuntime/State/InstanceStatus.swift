// The statuses of an instance (SPEC 2).

/// Whether an instance still runs, and how it ended.
public enum InstanceStatus: String, Hashable, Sendable, CaseIterable, Storable {
  case pending
  case completed
  case canceled
  /// Stopped by an error; resume, skip, cancel or recall go on from the saved point.
  case stopped
  /// Its state cannot be read any more; the bytes are kept.
  case unrecoverable

  /// Whether something can still happen to it.
  public var isOpen: Bool { self == .pending || self == .stopped }
}
