// The numbers by which the queue's table and indexes know the states of messages.

import ApplicationRuntime
import WorkflowRuntime

extension MessageState {
  /// Never changed: they are in the files. Below 2 it can run, below 4 it is pending.
  var code: Int64 {
    switch self {
    case .ready: 0
    case .waiting: 1
    case .running: 2
    case .stopped: 3
    case .handled: 4
    case .discarded: 5
    }
  }

  init(code: Int64) throws {
    switch code {
    case 0: self = .ready
    case 1: self = .waiting
    case 2: self = .running
    case 3: self = .stopped
    case 4: self = .handled
    case 5: self = .discarded
    default: throw StoreError(.damaged, "The store holds the message state \(code).")
    }
  }
}
