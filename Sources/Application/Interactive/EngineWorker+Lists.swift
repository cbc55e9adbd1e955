// Windows of lists, as the pages ask for them.

import ApplicationRuntime
import Interface
import Workflow
import WorkflowRuntime

extension EngineWorker {
  /// - Parameters:
  ///   - isStopped: asked while it takes long.
  ///   - soFar: told what was found, while it takes long.
  func list(
    _ reading: Reading, as actor: Actor, isStopped: () -> Bool = { false },
    soFar: (ReadAnswer) -> Void = { _ in }
  ) throws -> ReadAnswer {
    switch reading {
    case .inbox(let request):
      return .inbox(
        try engine.inbox(request, as: actor, isStopped: isStopped) { soFar(.inbox($0)) })
    case .documents(let request):
      return .documents(
        try engine.documents(request, as: actor, isStopped: isStopped) { soFar(.documents($0)) })
    case .queue(let pending, let done):
      // What is handled meanwhile is in one of them, or in both: never in none.
      let waiting = try engine.queue(isDone: false, pending, as: actor, isStopped: isStopped)
      return .queue(
        waiting,
        handled: try engine.queue(isDone: true, done, as: actor, isStopped: isStopped) {
          soFar(.queue(waiting, handled: $0))
        })
    case .instances(let status, let request):
      return .instances(
        try engine.instances(status: status, request, as: actor, isStopped: isStopped) {
          soFar(.instances($0))
        })
    case .notifications(let isUnreadOnly, let request):
      return .notifications(
        try engine.notifications(
          isUnreadOnly: isUnreadOnly, request, as: actor, isStopped: isStopped
        ) { soFar(.notifications($0)) })
    case .deliveries(let ofEverybody, let request):
      return .deliveries(
        try engine.deliveries(
          ofEverybody: ofEverybody, request, as: actor, isStopped: isStopped
        ) { soFar(.deliveries($0)) })
    default: return try read(reading, as: actor)
    }
  }
}
