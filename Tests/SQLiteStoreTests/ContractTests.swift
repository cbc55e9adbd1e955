// The contract of every store, on SQLite.

import SQLiteStore
import StoreContract
import Testing

struct ContractTests {
  @Test("the SQLite store keeps the contract", arguments: StoreContract.all)
  func contract(_ check: StoreContract.Check) throws {
    let folder = try TemporaryFolder()
    try check.run { try SQLiteStore.create(at: folder.store) }
  }
}
