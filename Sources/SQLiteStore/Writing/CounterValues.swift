// The numbers that a store counts instead of its rows.

import ApplicationRuntime
import WorkflowRuntime

/// The one row of the counter table, and the document numbers that a transaction has given.
struct CounterValues: Equatable {
  var message: Int64 = 0
  var instance: Int64 = 0
  var workItem: Int64 = 0
  var history: Int64 = 0
  /// Messages that are still to be handled.
  var pending: Int64 = 0
  /// Ever handled and ever discarded; removing old messages does not change them.
  var handled: Int64 = 0
  var discarded: Int64 = 0
  /// Instances by status, in the order of `InstanceStatus.allCases`.
  var instancesPending: Int64 = 0
  var instancesCompleted: Int64 = 0
  var instancesCanceled: Int64 = 0
  var instancesStopped: Int64 = 0
  var instancesUnrecoverable: Int64 = 0
  /// The last number of a notification or a delivery.
  var notification: Int64 = 0
  /// By prefix; only those that were asked for.
  var documents: [String: Int64] = [:]

  init(_ row: Row) {
    message = row.integer(0)
    instance = row.integer(1)
    workItem = row.integer(2)
    history = row.integer(3)
    pending = row.integer(4)
    handled = row.integer(5)
    discarded = row.integer(6)
    instancesPending = row.integer(7)
    instancesCompleted = row.integer(8)
    instancesCanceled = row.integer(9)
    instancesStopped = row.integer(10)
    instancesUnrecoverable = row.integer(11)
    notification = row.integer(12)
  }

  /// In the order of the columns.
  func bind(_ binder: inout Binder) {
    for value in [
      message, instance, workItem, history, pending, handled, discarded, instancesPending,
      instancesCompleted, instancesCanceled, instancesStopped, instancesUnrecoverable,
      notification,
    ] {
      binder.add(value)
    }
  }

  subscript(counter: Counter) -> Int64 {
    get {
      switch counter {
      case .message: message
      case .instance: instance
      case .workItem: workItem
      case .history: history
      case .notification: notification
      }
    }
    set {
      switch counter {
      case .message: message = newValue
      case .instance: instance = newValue
      case .workItem: workItem = newValue
      case .history: history = newValue
      case .notification: notification = newValue
      }
    }
  }

  subscript(status: InstanceStatus) -> Int64 {
    get {
      switch status {
      case .pending: instancesPending
      case .completed: instancesCompleted
      case .canceled: instancesCanceled
      case .stopped: instancesStopped
      case .unrecoverable: instancesUnrecoverable
      }
    }
    set {
      switch status {
      case .pending: instancesPending = newValue
      case .completed: instancesCompleted = newValue
      case .canceled: instancesCanceled = newValue
      case .stopped: instancesStopped = newValue
      case .unrecoverable: instancesUnrecoverable = newValue
      }
    }
  }
}
