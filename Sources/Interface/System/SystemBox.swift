// The boxes of the system's figure.

import Screen

/// A part of the architecture.
enum SystemBox: CaseIterable, Hashable, Sendable {
  case api, queue, batchJob, handlers, runtime, store

  var title: String {
    switch self {
    case .api: "API"
    case .queue: "QUEUE"
    case .batchJob: "BATCH JOB"
    case .handlers: "HANDLERS"
    case .runtime: "RUNTIME"
    case .store: "INSTANCE STORE"
    }
  }

  /// The box at that side; nil where the figure ends.
  func neighbour(_ heading: Diagram.Heading) -> SystemBox? {
    switch (self, heading) {
    case (.api, .right), (.batchJob, .up): .queue
    case (.api, .down), (.batchJob, .left): .handlers
    case (.queue, .left), (.handlers, .up): .api
    case (.queue, .down), (.handlers, .right), (.runtime, .left): .batchJob
    case (.queue, .right), (.runtime, .up): .store
    case (.batchJob, .right), (.store, .down): .runtime
    case (.store, .left): .queue
    default: nil
    }
  }
}
