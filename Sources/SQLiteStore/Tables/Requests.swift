// The first results of requests that carried a key.

import ApplicationRuntime
import Workflow

extension Reading {
  func request(_ key: String) throws -> StoredRequest? {
    try connection.first(
      .request, { $0.add(key) },
      { row in
        StoredRequest(key: row.text(0), digest: row.text(1), result: row.text(2), at: row.time(3))
      })
  }
}

extension Transaction {
  func save(_ request: StoredRequest) throws {
    try refusing("The request with the key “\(request.key)” was made already.") {
      try connection.run(.insertRequest) {
        $0.add(request.key)
        $0.add(request.digest)
        $0.add(request.result)
        $0.add(request.at)
      }
    }
  }

  func removeRequests(savedBefore time: Timestamp, limit: Int) throws -> Int {
    try connection.run(.removeRequests) {
      $0.add(time)
      $0.add(limit: limit)
    }
  }
}
