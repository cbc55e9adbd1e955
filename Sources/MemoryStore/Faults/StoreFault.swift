// Faults that a test plans: what goes wrong, where, and when.

import ApplicationRuntime

/// What goes wrong.
public enum StoreFault: Hashable, Sendable {
  /// The process ends: what was not committed is forgotten, and whatever is called later throws.
  case crash
  /// The store says that it cannot do it, and works again afterwards.
  case error(StoreError.Code)
}
