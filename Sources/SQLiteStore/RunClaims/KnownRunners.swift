// Who was told to run the batch job, so that a change is news.

import Synchronization
import Workflow

final class KnownRunners: Sendable {
  private let known = Mutex<[DocumentTypeID: Int32?]>([:])

  func told(_ holder: Int32?, of type: DocumentTypeID) {
    known.withLock { $0[type] = .some(holder) }
  }

  var all: [DocumentTypeID: Int32?] { known.withLock { $0 } }
}
