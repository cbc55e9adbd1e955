// The embedded store: the queue and everything durable in one SQLite file.

import ApplicationRuntime
import GRDB
import GRDBSQLite
import Synchronization
import Workflow

/// A store in a file.
///
///     let store = try SQLiteStore.create(at: "/var/lib/countersign/store")
///     try store.write { try $0.set("true", for: "wake") }
///     let wake = try store.read { try $0.setting("wake") }
///
/// Beside the file `STORE` lie SQLite's own `STORE-wal` and `STORE-shm`, `STORE-wake`, by which
/// processes tell each other of commits, and `STORE-run-TYPE`, the locks of the batch job.
public final class SQLiteStore: Store {
  /// How a new store is made.
  public struct Options: Hashable, Sendable {
    /// The group whose members share the store; nil for its owner alone.
    public var sharedGroup: String?

    public init(sharedGroup: String? = nil) { self.sharedGroup = sharedGroup }
  }

  /// The setting that records the number of the group that shares the store.
  static let sharedGroupSetting = "store.shared-group"

  public let location: String
  /// How much work it has had since it was opened.
  package let statistics = Statistics()

  let path: StorePath
  let permissions: FilePermissions
  let pool: DatabasePool
  /// Nil when it was opened for reading only.
  let writer: Writer?
  private let checkpointer: Checkpointer
  private let notices = CommitNotices()
  private let wakeFile: WakeFile?
  /// Made with the first observer: before, nobody wants to know.
  private let watch = Mutex<WakeWatch?>(nil)
  private let claims = RunClaims()
  private let runners = KnownRunners()
  private let isClosed = Atomic(false)

  /// Makes a new store and opens it.
  ///
  /// The file has mode 0600; folders that do not exist are made with mode 0700. With a shared group
  /// they are 0660 and 2770.
  ///
  /// - Throws: ``StoreError``: `exists` when something is there, `cannotCreate` otherwise.
  public static func create(at path: String, options: Options = Options()) throws -> SQLiteStore {
    try create(at: path, options: options, schema: .current)
  }

  static func create(at path: String, options: Options, schema: Schema) throws -> SQLiteStore {
    let group = try options.sharedGroup.map(FilePermissions.group(named:))
    let storePath = try StorePath(path)
    try Creation(
      path: storePath, schema: schema, permissions: FilePermissions(group: group)
    ).run()
    return try open(at: path, readOnly: false, schema: schema)
  }

  /// Opens a store. One that an older release made is brought up to date, after a backup.
  ///
  /// - Throws: ``StoreError``: `missing`, `foreign`, `damaged`, `newer`, `noPermission`, `readOnly`.
  public static func open(at path: String, readOnly: Bool = false) throws -> SQLiteStore {
    try open(at: path, readOnly: readOnly, schema: .current)
  }

  static func open(at path: String, readOnly: Bool, schema: Schema) throws -> SQLiteStore {
    let file = StoreFile(path: try StorePath(path), schema: schema, isReadOnly: readOnly)
    return try SQLiteStore(file, pool: file.open())
  }

  private init(_ file: StoreFile, pool: DatabasePool) throws {
    path = file.path
    location = file.path.typed
    self.pool = pool
    let group: String?
    do {
      group = try pool.read { database in
        try String.fetchOne(
          database, sql: "SELECT value FROM setting WHERE name = ?",
          arguments: [Self.sharedGroupSetting])
      }
    } catch {
      throw StoreError(error, location: file.path.typed)
    }
    permissions = FilePermissions(group: group.flatMap { UInt32($0) })
    try path.checkGroup(permissions)
    checkpointer = Checkpointer(path)
    let wakeFile = WakeFile(
      besides: path.absolute, permissions: permissions, isWritable: !file.isReadOnly)
    self.wakeFile = wakeFile
    writer =
      file.isReadOnly
      ? nil
      : try Writer(
        pool, statistics: statistics, location: location,
        onCommit: { [notices, checkpointer] journalBytes in
          wakeFile?.touch()
          notices.announce()
          checkpointer.journalHas(bytes: journalBytes)
        })
  }

  deinit {
    // An error here has nobody to be told to; what was committed is flushed.
    try? close()
  }

  public func write<Result: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Result
  ) throws -> Result {
    guard let writer else {
      throw StoreError(.readOnly, "The store \(location) was opened for reading only.")
    }
    let write = PendingWrite(body)
    do {
      try writer.submit(write)
      return try write.outcome()
    } catch let error as DatabaseError {
      throw StoreError(error, location: location)
    }
  }

  /// Within a reading body this reads the same state, within a writing one that of its transaction.
  public func read<Result>(_ body: (any StoreReading) throws -> Result) throws -> Result {
    guard !isClosed.load(ordering: .acquiring) else { throw StoreError.closed(location) }
    do {
      return try pool.unsafeReentrantRead { database in try read(database, body) }
    } catch let error as DatabaseError {
      throw StoreError(error, location: location)
    }
  }

  private func read<Result>(
    _ database: Database, _ body: (any StoreReading) throws -> Result
  ) throws -> Result {
    let connection = try Connection(
      database, keepsStatements: false, statistics: statistics, location: location)
    let reading = Reading(connection)
    defer { reading.end() }
    guard !connection.isInTransaction else { return try body(reading) }
    try connection.run(.beginReading)
    defer {
      // Ends the reading; a rollback is as good as a commit, and cannot be refused.
      _ = try? connection.run(.rollback)
    }
    return try body(reading)
  }

  public func observeCommits(_ onCommit: @escaping @Sendable () -> Void) -> StoreObservation {
    let observation = notices.observe(onCommit)
    watch.withLock { watch in
      guard watch == nil, !isClosed.load(ordering: .acquiring) else { return }
      watch = WakeWatch(wakeFile) { [weak self, weak writer, notices] in
        guard let writer else { return notices.announce() }
        // Who runs the batch job changes without a commit.
        if self?.runnersChanged() == true { notices.announce() }
        // Our own commits were told when they were made.
        writer.whenChangedByOthers { notices.announce() }
      }
    }
    return observation
  }

  public func claimRun(of type: DocumentTypeID) throws -> (any RunClaim)? {
    guard !isClosed.load(ordering: .acquiring) else { throw StoreError.closed(location) }
    let claim = try FileRunClaim(of: type, in: runFile(of: type)) { [wakeFile, notices] in
      wakeFile?.touch()
      notices.announce()
    }
    if let claim {
      claims.add(claim)
      wakeFile?.touch()
      notices.announce()
    }
    return claim
  }

  public func runner(of type: DocumentTypeID) -> Int32? {
    let holder = runFile(of: type).holder
    runners.told(holder, of: type)
    return holder
  }

  private func runnersChanged() -> Bool {
    runners.all.contains { type, holder in runFile(of: type).holder != holder }
  }

  private func runFile(of type: DocumentTypeID) -> RunFile {
    RunFile(of: type, besides: path.absolute, permissions: permissions)
  }

  public func checkpoint() throws {
    guard writer != nil else {
      throw StoreError(.readOnly, "The store \(location) was opened for reading only.")
    }
    try checkpointer.run()
  }

  public func close() throws {
    guard !isClosed.exchange(true, ordering: .acquiringAndReleasing) else { return }
    claims.releaseAll()
    watch.withLock { $0 = nil }
    notices.close()
    writer?.close()
    wakeFile?.close()
    do {
      try pool.close()
      if writer != nil { try checkpointer.close() }
    } catch {
      throw StoreError(error, location: location)
    }
  }
}
