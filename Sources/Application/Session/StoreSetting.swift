// The settings that the program keeps in a store beside the engine's own.

enum StoreSetting {
  /// "true" where the sample organisation lives: everyone may act as everyone.
  static let sample = "sample"
  /// The time of the clock of a test-clock store, in ISO 8601; read before there is an engine,
  /// so under the name that the store has for it.
  static let clock = "store.testClock"
}
