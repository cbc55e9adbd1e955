// The right pane of an instance: who is waited for, what comes then, the history.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

struct SideText {
  let page: InstancePage
  let context: PageContext

  /// A line of the pane; without a text it is the rule above the history.
  struct Line {
    let text: StyledText?
    /// The child that it is about.
    var child: Int?
  }

  func lines(width: Int) -> [Line] {
    guard let detail = page.detail else { return [] }
    var lines: [StyledText] = []
    if let moment = page.moment { lines += past(moment, width: width) }
    let items = page.moment?.openItems ?? detail.openItems
    if !items.isEmpty { lines.append(StyledText("Waiting for", .heading)) }
    for (index, item) in items.enumerated() {
      lines.append(line(item))
      let isLast = !items.dropFirst(index + 1).contains {
        $0.element == item.element && $0.step == item.step
      }
      if isLast, let round = round(of: item, in: detail) { lines.append(round) }
    }
    let then = detail.then.isEmpty ? detail.next : detail.then
    if page.moment == nil, !then.isEmpty {
      lines.append(StyledText("Then", .heading))
      for name in Self.rows(of: then, width: width - 2) {
        lines += name.wrapped(to: max(8, width - 2), maximumLines: 3).map { StyledText("  " + $0) }
      }
    }
    let history = HistoryText(clock: context.clock, now: context.now)
    var all = lines.map { Line(text: $0) }
    all += children(width: width)
    all.append(Line(text: nil))
    for row in page.history.reversed() {
      all += history.lines(row, width: width).map { Line(text: $0) }
    }
    if page.hasOlder { all.append(Line(text: StyledText("…", .dim))) }
    return all
  }

  /// What follows one another stands in a row as long as it fits: `post · payment`.
  private static func rows(of names: [String], width: Int) -> [String] {
    var rows: [String] = []
    for name in names {
      let isAlone = name.hasSuffix("together") || rows.last?.hasSuffix("together") == true
      if let last = rows.last, !isAlone, (last + " · " + name).displayWidth <= width {
        rows[rows.count - 1] = last + " · " + name
      } else {
        rows.append(name)
      }
    }
    return rows
  }

  /// `1 of 2 approvals (majority)`, where several are asked.
  private func round(of item: WorkItem, in detail: InstanceDetail) -> StyledText? {
    guard page.moment == nil, item.kind == .approval,
      let round = detail.rounds.first(where: { $0.element == item.element && $0.step == item.step }
      ),
      round.people > 1
    else { return nil }
    let noun = round.needed == 1 ? "approval" : "approvals"
    return StyledText("  \(round.approvals) of \(round.needed) \(noun) (\(round.policy))", .dim)
  }

  /// The instances that its elements started, with how far each is.
  private func children(width: Int) -> [Line] {
    let children = page.children
    guard !children.isEmpty else { return [] }
    let style: Style = page.pane == .children ? .accent : .heading
    let ended = children.count { !$0.row.status.isOpen }
    var lines = [
      Line(text: StyledText("Instances of its elements, \(ended) of \(children.count)", style))
    ]
    for (index, child) in children.enumerated() {
      let row = child.row
      let name = row.line.map { "line \($0)" } ?? child.element.name
      let place =
        row.error.map { "! " + Cause.text(of: $0, document: row.document) }
        ?? (child.people.isEmpty
          ? spelledOut(row.status.rawValue) : child.people.joined(separator: ", "))
      var text = StyledText(Self.sign(row.status) + " ", InstancesPage.style(of: row.status))
      text.append("\(name)  ")
      text.append("\(row.id)  ", .dim)
      text.append(place, row.error == nil ? .dim : .danger)
      lines.append(Line(text: text.truncated(to: width), child: index))
    }
    return lines
  }

  private static func sign(_ status: InstanceStatus) -> String {
    switch status {
    case .pending: "●"
    case .completed: "✓"
    case .canceled: "╌"
    case .stopped, .unrecoverable: "!"
    }
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
