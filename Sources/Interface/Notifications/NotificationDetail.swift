// One notification, or one delivery, in full.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

struct NotificationDetail {
  let context: PageContext

  func title(_ row: NotificationRow) -> StyledText {
    let parts = [
      row.id.description, spelledOut(row.event.rawValue), row.document?.rawValue,
      context.clock.moment(row.at, now: context.now),
    ]
    return StyledText(parts.compactMap { $0 }.joined(separator: " · "), .heading)
  }

  func title(_ row: DeliveryRow) -> StyledText {
    StyledText("\(row.id) · \(row.transport.rawValue) to \(context.name(of: row.person))", .heading)
  }

  func lines(_ row: NotificationRow, width: Int) -> [StyledText] {
    var lines = row.text.wrapped(to: width).map { StyledText($0) }
    let place = [row.element?.description, row.step].compactMap { $0 }.joined(separator: ", ")
    if !place.isEmpty { lines.append(StyledText("at " + place, .dim)) }
    if row.count > 1 {
      lines.append(StyledText("It stands for \(row.count) of the same kind.", .dim))
    }
    return lines
  }

  func lines(_ row: DeliveryRow, width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    if let error = row.error {
      lines += ("! " + error).wrapped(to: width).map { StyledText($0, .danger) }
    }
    lines += row.text.wrapped(to: width).map { StyledText($0) }
    var parts = [row.state.rawValue, plural(row.attempts, "try", "tries")]
    if let dueAt = row.dueAt {
      parts.append("tried next " + context.clock.moment(dueAt, now: context.now))
    }
    lines.append(StyledText(parts.joined(separator: " · "), .dim))
    return lines
  }
}
