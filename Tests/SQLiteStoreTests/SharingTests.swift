// Two stores on one file, as two processes would have it.

import ApplicationRuntime
import Dispatch
import Glibc
import Testing
import WorkflowRuntime

@testable import SQLiteStore

struct SharingTests {
  let folder: TemporaryFolder
  let first: SQLiteStore
  let second: SQLiteStore

  init() throws {
    folder = try TemporaryFolder()
    first = try SQLiteStore.create(at: folder.store)
    second = try SQLiteStore.open(at: folder.store)
  }

  @Test("each sees what the other commits, and numbers stay unique")
  func commits() throws {
    try first.write { try $0.set("1", for: "a") }
    #expect(try second.read { try $0.setting("a") } == "1")
    try second.write { try $0.set("2", for: "a") }
    #expect(try first.read { try $0.setting("a") } == "2")
    var numbers: [Int64] = []
    for store in [first, second, first, second] {
      numbers.append(try store.write { try $0.next(.instance) })
    }
    #expect(numbers == [1, 2, 3, 4])
  }

  @Test("each is told of the other's commits")
  func notices() throws {
    // Another value each time: SQLite does not commit what changes nothing.
    for (value, writing, watching) in [("1", first, second), ("2", second, first)] {
      let told = DispatchSemaphore(value: 0)
      let observation = watching.observeCommits { told.signal() }
      try writing.write { try $0.set(value, for: "a") }
      #expect(told.wait(timeout: .now() + 10) == .success)
      withExtendedLifetime(observation) {}
    }
  }

  @Test("what one is told of can be read at once")
  func noticeAfterCommit() throws {
    let told = DispatchSemaphore(value: 0)
    let observation = second.observeCommits { told.signal() }
    for number in 1...20 {
      try first.write { try $0.set("\(number)", for: "a") }
      repeat {
        #expect(told.wait(timeout: .now() + 10) == .success)
      } while try second.read { try $0.setting("a") } != "\(number)"
    }
    withExtendedLifetime(observation) {}
  }

  @Test("a store opened for reading is told of commits")
  func readOnlyObserver() throws {
    let reader = try SQLiteStore.open(at: folder.store, readOnly: true)
    let told = DispatchSemaphore(value: 0)
    let observation = reader.observeCommits { told.signal() }
    try first.write { try $0.set("1", for: "a") }
    #expect(told.wait(timeout: .now() + 10) == .success)
    withExtendedLifetime(observation) {}
  }

  @Test("the right to run is exclusive, and given up by closing")
  func claims() throws {
    let claim = try first.claimRun(of: "expense-report")
    #expect(claim != nil)
    #expect(claim?.predecessorDied == false)
    #expect(try second.claimRun(of: "expense-report") == nil)
    #expect(second.runner(of: "expense-report") == getpid())
    #expect(try second.claimRun(of: "other") != nil)
    try first.close()
    #expect(second.runner(of: "expense-report") == nil)
    #expect(try second.claimRun(of: "expense-report") != nil)
  }

  @Test("a holder that died is told to the next one")
  func predecessor() throws {
    // What a process that was killed leaves: its number, and no lock.
    try folder.write(Array("4711\n".utf8), to: folder.store + "-run-expense-report")
    #expect(first.runner(of: "expense-report") == nil)
    let claim = try first.claimRun(of: "expense-report")
    #expect(claim?.predecessorDied == true)
    claim?.release()
    #expect(try second.claimRun(of: "expense-report")?.predecessorDied == false)
  }

  @Test("the names of lock files hold no other bytes than safe ones")
  func lockFileNames() {
    #expect(RunFile.fileName("../ä b") == "%2E%2E%2F%C3%A4%20b")
    #expect(RunFile.fileName("expense-report") == "expense-report")
  }

  @Test("writers of two stores take turns")
  func turns() throws {
    let stores = [first, second]
    DispatchQueue.concurrentPerform(iterations: 40) { index in
      try? stores[index % 2].write { transaction in
        let number = try transaction.next(.message)
        try transaction.set("\(index)", for: "\(number)")
      }
    }
    #expect(try first.write { try $0.next(.message) } == 41)
    #expect(try second.read { try $0.setting("40") } != nil)
  }
}
