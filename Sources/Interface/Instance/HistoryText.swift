// History entries as lines of a timeline, the newest first.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

struct HistoryText {
  let clock: LocalClock
  let now: Timestamp

  /// To the second today, as entries follow one another fast.
  func time(_ time: Timestamp) -> String {
    clock.day(of: time) == clock.day(of: now)
      ? clock.seconds(time) : clock.moment(time, now: now)
  }

  /// The lines of one entry: time and what happened, then comment and values read.
  func lines(_ row: HistoryRow, width: Int) -> [StyledText] {
    let entry = row.entry
    var lines = wrap(
      sentence(row).displaySafe, style(of: entry.event), after: time(entry.at), width: width)
    if let comment = entry.comment, !comment.isEmpty {
      lines += "“\(comment)”".wrapped(to: max(8, width - 2), maximumLines: 6).map {
        StyledText("  " + $0)
      }
    }
    lines += entry.values.prefix(8).map {
      StyledText("  \($0.name) = \($0.value)".truncated(to: width), .dim)
    }
    return lines
  }

  /// The first line after the time, the others near the left edge.
  private func wrap(
    _ sentence: String, _ style: Style, after time: String, width: Int
  ) -> [StyledText] {
    let head = StyledText(time + " ", .dim)
    let first = sentence.wrapped(to: max(8, width - head.width)).first ?? ""
    let rest = String(sentence.dropFirst(first.count).drop { $0 == " " })
    var lines = [head + StyledText(first, style)]
    if !rest.isEmpty {
      lines += rest.wrapped(to: max(8, width - 2)).map { StyledText("  " + $0, style) }
    }
    return lines
  }

  private func sentence(_ row: HistoryRow) -> String {
    let entry = row.entry
    var parts: [String] = []
    if let who = row.who { parts.append(who) }
    parts.append(spelledOut(entry.event.rawValue))
    if let element = entry.element {
      let step = entry.step.map { " · \($0)" } ?? ""
      parts.append("\(element.name)\(step)")
    }
    let sentence = parts.joined(separator: " ")
    return entry.detail.map { sentence + ": " + $0 } ?? sentence
  }

  private func style(of event: HistoryEvent) -> Style {
    switch event {
    case .fault, .stopped, .unrecoverable: .danger
    case .rejected, .changeRequested, .denied, .recalled, .canceledByAdministrator: .warning
    case .approved, .completed, .workflowCompleted: .good
    default: .normal
    }
  }
}
