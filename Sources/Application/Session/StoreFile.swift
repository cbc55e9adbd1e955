// Opening and making the file of a store.

import ApplicationRuntime
import SQLiteStore

enum StoreFile {
  /// Opens a store that is there.
  static func open(_ location: StoreLocation) throws -> any Store {
    guard location.exists else {
      throw EngineError(
        .notFound,
        "There is no store at \(location.path). Make one with `countersign init --store \(location.path)`, or look around "
          + "with `countersign demo`.")
    }
    return try SQLiteStore.open(at: location.path)
  }

  /// Makes a store where nothing is, its owner's alone or shared with a group.
  /// A folder that others may look into is refused.
  static func create(_ location: StoreLocation, sharedGroup: String? = nil) throws -> any Store {
    try StoreFolder(of: location).check(isShared: sharedGroup != nil)
    return try SQLiteStore.create(at: location.path, options: .init(sharedGroup: sharedGroup))
  }
}
