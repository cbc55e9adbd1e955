// The system: the architecture as a figure, with messages moving through it.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// Page 4.
package struct SystemPage: Sendable {
  /// So many of the last messages have their way told.
  static let ways = 16

  package internal(set) var overview: SystemOverview?
  var box = SystemBox.queue
  /// The row of the handlers that Enter goes by.
  var handler = 0
  var flow = SystemFlow()
  /// The last message that a step handled here, while the job is paused.
  var stepped: Int64?

  /// The events that have handlers, in the order of an instance's life.
  static let handlers: [MessageType] = [
    .workflowStarted, .elementStarted, .workItemsCreated, .stepCompleted, .elementEnded,
    .automatedExecution, .workflowCompleted, .workflowCanceled,
  ]

  /// The rows of the handlers: what is stopped first, then what was called most.
  var handlerRows: [MessageType] {
    guard let overview else { return Self.handlers }
    let places = Self.handlers.enumerated().map { place, type in
      (type, overview.stopped[type] ?? 0, overview.tallies[.handled(type)], place)
    }
    return places.sorted { ($1.1, $1.2, $0.3) < ($0.1, $0.2, $1.3) }.map(\.0)
  }

  /// What a handler is called where there is room, and where there is less.
  static func name(of type: MessageType, width: Int) -> String {
    if type == .automatedExecution { return "execute" }
    if type == .workflowStarted { return "started" }
    let name = type.rawValue
    guard name.count > width else { return name }
    return switch type {
    case .elementStarted: "element"
    case .workItemsCreated: "items"
    case .stepCompleted: "step"
    case .elementEnded: "ended"
    case .workflowCompleted: "completed"
    default: "canceled"
    }
  }

  /// The last way: of what a step handled, or of what was handled last.
  var way: MessageWay? {
    overview?.ways.first { $0.message.sequence == stepped } ?? overview?.ways.first
  }

  /// The ways before it, the newest first.
  var waysBefore: [MessageWay] {
    guard let way, let ways = overview?.ways,
      let index = ways.firstIndex(where: { $0.message.sequence == way.message.sequence })
    else { return [] }
    return Array(ways[(index + 1)...])
  }

  mutating func follow(_ message: Message) { stepped = message.sequence }

  mutating func move(_ heading: Diagram.Heading) {
    let rows = handlerRows.count
    if box == .handlers, heading == .down {
      handler = min(rows - 1, handler + 1)
      return
    }
    if box == .handlers, heading == .up, handler > 0 {
      handler -= 1
      return
    }
    box = box.neighbour(heading) ?? box
  }

  mutating func nextBox(_ step: Int) {
    let all = SystemBox.allCases
    guard let index = all.firstIndex(of: box) else { return }
    box = all[(index + step + all.count) % all.count]
  }
}
