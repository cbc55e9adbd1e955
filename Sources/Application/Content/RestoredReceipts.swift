// The receipts of a backup, put beside the store that is made from it.

/// They are copied before the store is there: whatever happens then, no receipt that it names is
/// missing.
struct RestoredReceipts {
  let source: KeptFiles
  private let target: KeptFiles
  /// What the store that gives way has kept.
  private var before: [String] = []
  private var added: [String] = []
  private(set) var copied = CopiedFiles()

  init(from source: KeptFiles, to target: KeptFiles) {
    self.source = source
    self.target = target
  }

  mutating func copy() throws {
    before = try target.hashes()
    (added, copied) = try target.add(from: source)
  }

  /// The store is not made after all.
  func takeBack() { try? target.remove(added) }

  /// The store that gave way keeps its own receipts, under its new name; what only that one has
  /// is in the new one's folder no more.
  func leave(to old: KeptFiles) throws {
    try target.share(before, with: old)
    let own = Set(try source.hashes())
    try target.remove(before.filter { !own.contains($0) })
  }
}
