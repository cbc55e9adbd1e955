// The right pane of an instance: who is waited for, what comes then, the history.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

struct SideText {
  let page: InstancePage
  let context: PageContext

  /// The lines for a width; nil stands for the rule above the history.
  func lines(width: Int) -> [StyledText?] {
    guard let detail = page.detail else { return [] }
    var lines: [StyledText?] = []
    if let moment = page.moment { lines += past(moment, width: width) }
    let items = page.moment?.openItems ?? detail.openItems
    if !items.isEmpty { lines.append(StyledText("Waiting for", .heading)) }
    lines += items.map(line)
    if page.moment == nil, !detail.next.isEmpty {
      lines.append(StyledText("Then", .heading))
      for name in detail.next {
        lines += name.wrapped(to: max(8, width - 2), maximumLines: 3).map { StyledText("  " + $0) }
      }
    }
    lines.append(nil)
    let history = HistoryText(clock: context.clock, now: context.now)
    for row in page.history.reversed() { lines += history.lines(row, width: width) }
    return lines
  }

  private func line(_ item: WorkItem) -> StyledText {
    var text = StyledText("● ", .accent) + StyledText(context.names(of: item))
    if page.moment == nil, let due = item.dueAt {
      let isLate = due < context.now
      text.append(
        "  " + (isLate ? "! " : "due ") + context.clock.due(due, now: context.now),
        isLate ? .danger : .dim)
    } else {
      text.append("  since " + context.clock.moment(item.createdAt, now: context.now), .dim)
    }
    return text
  }

  /// Of which message the point is.
  private func past(_ moment: InstanceMoment, width: Int) -> [StyledText] {
    let point = moment.point
    let what = point.type.map { ", " + $0.rawValue } ?? ""
    let time = HistoryText(clock: context.clock, now: context.now).time(point.at)
    return [StyledText("As it was " + time, .warning)]
      + "after message \(point.message)\(what)".wrapped(to: max(8, width - 2), maximumLines: 2)
      .map { StyledText("  " + $0, .dim) }
  }
}
