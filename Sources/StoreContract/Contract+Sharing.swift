// Several threads and processes on one store.

import ApplicationRuntime
import Dispatch
import Workflow

extension StoreContract {
  static let sharing: [Check] = [
    Check("an observer is told of a commit, and not of a body that failed") { store in
      let told = DispatchSemaphore(value: 0)
      let observation = store.observeCommits { told.signal() }
      _ = try? store.write { transaction in
        try transaction.set("1", for: "a")
        throw BodyError(number: 1)
      }
      try requireEqual(told.wait(timeout: .now()), .timedOut, "told of nothing")
      try store.write { try $0.set("1", for: "a") }
      try requireEqual(told.wait(timeout: .now() + 10), .success, "not told")
      withExtendedLifetime(observation) {}
    },
    Check("an observation ends with its release") { store in
      let told = DispatchSemaphore(value: 0)
      do { _ = store.observeCommits { told.signal() } }
      let other = DispatchSemaphore(value: 0)
      let observation = store.observeCommits { other.signal() }
      try store.write { try $0.set("1", for: "a") }
      try requireEqual(other.wait(timeout: .now() + 10), .success, "the other one is not told")
      try requireEqual(told.wait(timeout: .now()), .timedOut, "told after its end")
      withExtendedLifetime(observation) {}
    },
    Check("the right to run is given once for each type, and again when released") { store in
      let claim = try store.claimRun(of: "expense-report")
      try requireEqual(claim?.type, "expense-report", "the first claim")
      try require(try store.claimRun(of: "expense-report") == nil, "given twice")
      let other = try store.claimRun(of: "../other type")
      try require(other != nil, "another type waits")
      try require(store.runner(of: "expense-report") != nil, "the runner is not known")
      try requireEqual(store.runner(of: "none"), nil, "a runner of nothing")
      claim?.release()
      claim?.release()
      try requireEqual(store.runner(of: "expense-report"), nil, "a runner after the release")
      let again = try store.claimRun(of: "expense-report")
      try requireEqual(again?.predecessorDied, false, "a clean release is not a death")
      try require(again != nil, "not given again")
      withExtendedLifetime(other) {}
    },
    Check("a right that was abandoned tells the next one like a death") { store in
      try store.claimRun(of: "expense-report")?.abandon()
      try requireEqual(store.runner(of: "expense-report"), nil, "a runner after abandoning")
      let next = try store.claimRun(of: "expense-report")
      try requireEqual(next?.predecessorDied, true, "the sign is lost")
      next?.release()
      try requireEqual(
        try store.claimRun(of: "expense-report")?.predecessorDied, false, "the sign stays")
    },
  ]
}
