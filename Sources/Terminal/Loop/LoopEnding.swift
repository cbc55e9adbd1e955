/// Why the loop ended.
package enum LoopEnding: Hashable, Sendable {
  /// A decision said so.
  case quit

  /// SIGTERM.
  case terminated

  /// The terminal is gone; nothing can be shown any more.
  case hungUp
}
