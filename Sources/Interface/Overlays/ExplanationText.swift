// An explanation in lines.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

struct ExplanationText {
  let clock: LocalClock
  let now: Timestamp

  func lines(_ shown: ExplanationOverlay, width: Int) -> [StyledText] {
    if let failure = shown.failure {
      return failure.wrapped(to: width).map { StyledText($0, .danger) }
    }
    guard let explanation = shown.explanation else { return [StyledText("…", .dim)] }
    var lines = explanation.standing.wrapped(to: width).map { StyledText($0, .emphasis) }
    if let error = explanation.error {
      lines += ("! " + error).wrapped(to: width).map { StyledText($0, .danger) }
    }
    lines += waiting(explanation)
    if !explanation.next.isEmpty {
      lines += [StyledText(), StyledText("Then", .heading)]
      lines += explanation.next.map { StyledText("  " + $0) }
    }
    lines += [StyledText(), StyledText("What I may do", .heading)]
    lines += explanation.actions.flatMap { action($0).wrapped(to: width) }
    return lines
  }

  private func waiting(_ explanation: Explanation) -> [StyledText] {
    guard !explanation.waiting.isEmpty else { return [] }
    var lines = [StyledText(), StyledText("Waiting for", .heading)]
    for waiting in explanation.waiting {
      let item = waiting.item
      var text = StyledText("● ", .accent)
      text.append(waiting.people.joined(separator: ", "), .emphasis)
      text.append(" · \(item.step ?? item.element.name)")
      text.append(" · since " + clock.moment(item.createdAt, now: now), .dim)
      if let due = item.dueAt {
        text.append(" · due " + clock.due(due, now: now), due < now ? .danger : .dim)
      }
      lines.append(text)
    }
    return lines
  }

  private func action(_ availability: ActionAvailability) -> StyledText {
    let verb = availability.action.verb.fitted(to: 15)
    guard let reason = availability.reason else {
      return StyledText("✓ ", .good) + StyledText(verb, .emphasis)
    }
    return StyledText("– ", .dim) + StyledText(verb + " ", .dim) + StyledText(reason)
  }
}
