// The store in memory keeps the contract, and fails as it is told to.

import ApplicationRuntime
import MemoryStore
import StoreContract
import Testing

@Suite struct MemoryStoreTests {
  @Test("the store in memory keeps every rule of the contract", arguments: StoreContract.all)
  func contract(_ check: StoreContract.Check) throws {
    try check.run { MemoryStore() }
  }

  @Test("a crash before a commit forgets it, a crash after it does not")
  func crash() throws {
    let store = MemoryStore()
    try store.write { try $0.set("1", for: "a") }
    store.inject(.crash, at: .beforeCommit)
    #expect(throws: StoreError.self) { try store.write { try $0.set("2", for: "a") } }
    #expect(throws: StoreError.self) { try store.read { try $0.setting("a") } }
    let second = store.restarted()
    #expect(try second.read { try $0.setting("a") } == "1")
    second.inject(.crash, at: .afterCommit)
    #expect(throws: StoreError.self) { try second.write { try $0.set("3", for: "a") } }
    #expect(try second.restarted().read { try $0.setting("a") } == "3")
  }

  @Test("a planned error comes at its change, once, and nothing of the write is there")
  func errors() throws {
    let store = MemoryStore()
    store.inject(.error(.diskFull), at: .change, after: 1)
    let write = { @Sendable (transaction: any StoreTransaction) in
      try transaction.set("1", for: "a")
      try transaction.set("2", for: "b")
    }
    #expect(throws: StoreError(.diskFull, "This error was planned: diskFull.")) {
      try store.write(write)
    }
    #expect(try store.read { try $0.setting("a") } == nil)
    try store.write(write)
    #expect(try store.read { try $0.setting("b") } == "2")
  }

  @Test("the right to run is free again after a crash, and says that its holder died")
  func claims() throws {
    let store = MemoryStore()
    let claim = try #require(try store.claimRun(of: "note"))
    #expect(!claim.predecessorDied)
    let next = try #require(try store.restarted().claimRun(of: "note"))
    #expect(next.predecessorDied)
  }
}
