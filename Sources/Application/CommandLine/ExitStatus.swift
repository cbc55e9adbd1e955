// The one table of exit statuses (INTERFACE 3).

import ApplicationRuntime

/// How a run of the program ends.
package enum ExitStatus: Int32, Sendable {
  case done = 0
  case failed = 1
  case someFailed = 2
  case usage = 64
  case badData = 65
  case notFound = 66
  case storeUnavailable = 69
  case cannotCreate = 73
  case tryAgain = 75
  case notAllowed = 77
  case interrupted = 130

  /// The status for an error's code.
  package init(_ code: EngineError.Code) {
    self =
      switch code {
      case .usage: .usage
      case .badData, .conflict: .badData
      case .notFound: .notFound
      case .notAllowed, .locked: .notAllowed
      case .storeUnavailable, .storeForeign, .storeDamaged, .storeNewer: .storeUnavailable
      case .cannotCreate: .cannotCreate
      case .tryAgain: .tryAgain
      case .interrupted: .interrupted
      case .alreadyClosed, .internal: .failed
      }
  }

  /// The status for several things done: of those that failed, or done.
  package init(of statuses: [ExitStatus]) {
    let failures = statuses.filter { $0 != .done }
    if failures.isEmpty {
      self = .done
    } else if failures.count < statuses.count {
      self = .someFailed
    } else {
      self = Set(failures).count == 1 ? failures[0] : .failed
    }
  }
}
