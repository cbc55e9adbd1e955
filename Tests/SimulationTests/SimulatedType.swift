// The document type of the simulation, whose handlers fail when they are told to.

import ApplicationRuntime
import Synchronization
import Workflow
import WorkflowRuntime

/// What the handlers do now, and what they did.
final class Behavior: Sendable {
  private struct State {
    var failing: Set<String> = []
    var calls = 0
    var outsideEffects: [String: Int] = [:]
  }

  private let state = Mutex(State())

  func setFailing(_ handlers: Set<String>) { state.withLock { $0.failing = handlers } }

  var failing: Set<String> { state.withLock { $0.failing } }

  /// A number that no other call has.
  func called(_ handler: String) throws -> Int {
    try state.withLock { state in
      state.calls += 1
      guard !state.failing.contains(handler) else { throw SimulatedFailure(handler: handler) }
      return state.calls
    }
  }

  func didOutside(_ key: String) { state.withLock { $0.outsideEffects[key, default: 0] += 1 } }

  func outsideEffects(of key: String) -> Int { state.withLock { $0.outsideEffects[key] ?? 0 } }
}

struct SimulatedFailure: Error, CustomStringConvertible {
  let handler: String

  var description: String { "\(handler) is told to fail" }
}

struct SimulatedType: DocumentType {
  let behavior: Behavior
  let id: DocumentTypeID = "note"
  let title = "Note"
  let prefix = "NO"
  let allowsDeny = true
  let defaultWorkflow: WorkflowID? = "usual"
  let retry = RetrySchedule(tries: 3, firstDelay: .seconds(2), longestDelay: .seconds(30))
  let statuses = [DocumentStatus(rawValue: "recorded")]
  let schema = DocumentSchema(fields: [
    Field("subject", .text), Field("amount", .money), Field("country", .text),
    Field("share", .number),
  ])

  /// The records that handlers inside the store write: one for each event.
  static let effects = "effects"
  static let handled: [MessageType] = [
    .workflowStarted, .elementStarted, .workItemsCreated, .stepCompleted, .elementEnded,
    .workflowCompleted, .workflowCanceled,
  ]

  func title(of content: DocumentContent) -> String { content.fields["subject"].display }

  func total(of content: DocumentContent, in organization: Organization) -> Money? {
    content.fields["amount"].money
  }

  var handlers: [MessageType: EventHandler] {
    Dictionary(uniqueKeysWithValues: Self.handled.map { ($0, inside($0.rawValue)) })
  }

  var executables: [String: EventHandler] {
    let behavior = behavior
    return [
      "inside": inside("inside"),
      "outside": .outside(timeout: .seconds(20), atOnce: 2) { context in
        _ = try behavior.called("outside")
        behavior.didOutside(context.event.idempotencyKey)
        return "done outside"
      },
    ]
  }

  /// Each call would write a record of its own, were it not undone with its message.
  private func inside(_ name: String) -> EventHandler {
    let behavior = behavior
    return .inside { context in
      let key = context.event.idempotencyKey
      let call = (try? behavior.called("")) ?? 0
      try context.append(key, to: Self.effects, key: "\(key)#\(call)")
      if context.event.type == .workflowCompleted, try context.document.status == .approved {
        try context.setStatus(DocumentStatus(rawValue: "recorded"))
      }
      // After the effects: they have to go with the failure.
      _ = try behavior.called(name)
    }
  }
}
