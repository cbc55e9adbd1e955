// Which layout a store has, and how an older one becomes the current one.

import GRDB

/// A version of the layout of the file, with the way to it from every older version.
///
/// A later version adds its number and one migration; a new store is made by `create` at once, an
/// old one by the migrations in their order.
struct Schema: Sendable {
  /// "CSgn": in the header of the file, so that a store is told from any other database.
  static let applicationID: Int32 = 0x4353_676E

  let version: Int32
  /// The statements that make an empty store.
  let create: String
  /// By the version that they start from.
  let migrations: [Int32: @Sendable (Database) throws -> Void]

  static let current = Schema(
    version: 7,
    create: tables + historyRules + organizationFiles + notifications + tallies + lists,
    migrations: [
      1: addStoreChain, 2: addWholeLanguage, 3: addOrganizationFiles, 4: addNotifications,
      5: addTallies, 6: addLists,
    ])

  /// What must be there in every store of any version.
  static let knownTables = ["setting", "counter", "message", "instance", "document", "history"]
}
