// The claims that a store has given out, so that closing it gives them up.

import Synchronization

final class RunClaims: Sendable {
  private struct Claim: Sendable { weak var claim: FileRunClaim? }

  private let given = Mutex<[Claim]>([])

  func add(_ claim: FileRunClaim) {
    given.withLock { given in
      given.removeAll { $0.claim == nil }
      given.append(Claim(claim: claim))
    }
  }

  func releaseAll() {
    let claims = given.withLock { given in
      defer { given = [] }
      return given.compactMap(\.claim)
    }
    for claim in claims { claim.release() }
  }
}
