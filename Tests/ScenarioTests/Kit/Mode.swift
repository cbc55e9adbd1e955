// How a story runs: where its store is, and whether the engine outlives a message.

/// Each scenario is played in all of them, with the same result.
enum Mode: CaseIterable {
  case memory
  case memoryUnloaded
  case file
  case fileUnloaded

  var isFile: Bool { self == .file || self == .fileUnloaded }

  /// One message to a commit, and a new process after each: save, unload and restore.
  var unloads: Bool { self == .memoryUnloaded || self == .fileUnloaded }
}
