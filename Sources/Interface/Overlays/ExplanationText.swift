// An explanation in lines.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

struct ExplanationText {
  let context: PageContext

  private var clock: LocalClock { context.clock }
  private var now: Timestamp { context.now }

  func lines(_ shown: ExplanationOverlay, width: Int) -> [StyledText] {
    if let failure = shown.failure {
      return failure.wrapped(to: width).map { StyledText($0, .danger) }
    }
    guard let explanation = shown.explanation else { return [StyledText("…", .dim)] }
    var lines = standing(explanation).wrapped(to: width).map { StyledText($0, .emphasis) }
    if let error = explanation.error {
      lines += ("! " + error).wrapped(to: width).map { StyledText($0, .danger) }
    }
    for hindrance in explanation.hindrances {
      lines += hindrance.wrapped(to: width).map { StyledText($0, .warning) }
    }
    if explanation.error != nil, let mending = context.mending(explanation.document.instance) {
      lines += mending.wrapped(to: width).map { StyledText($0) }
    }
    lines += waiting(explanation)
    if !explanation.next.isEmpty {
      lines += [StyledText(), StyledText("Then", .heading)]
      lines += explanation.next.joined(separator: ", ").wrapped(to: width - 2).map {
        StyledText("  " + $0)
      }
    }
    return lines + allowed(explanation, width: width) + off(explanation, width: width)
  }

  private func standing(_ explanation: Explanation) -> String {
    let row = explanation.document
    guard let waiting = Standing(row).waiting(clock: clock, now: now) else {
      return explanation.standing
    }
    return "\(row.status.words): \(addressed(waiting, to: explanation.person))"
  }

  /// Nobody is told their own name: `you are to change and resubmit it`.
  private func addressed(_ waiting: String, to person: PersonID) -> String {
    let name = context.name(of: person) + " to "
    return waiting.hasPrefix(name) ? "you are to " + waiting.dropFirst(name.count) : waiting
  }

  private func waiting(_ explanation: Explanation) -> [StyledText] {
    guard !explanation.waiting.isEmpty else { return [] }
    var lines = [StyledText(), StyledText("Waiting for", .heading)]
    for waiting in explanation.waiting {
      let item = waiting.item
      var text = StyledText("● ", .accent)
      let people = zip(item.visibleTo, waiting.people).map { person, name in
        person == explanation.person ? "you" : name
      }
      text.append(people.joined(separator: ", "), .emphasis)
      text.append(" · \(item.step ?? item.element.name)")
      text.append(" · since " + clock.since(item.createdAt, now: now), .dim)
      if let left = waiting.left {
        text.append(" · on hold, \(left.words) left", .dim)
      } else if let due = item.dueAt {
        text.append(" · due " + clock.due(due, now: now), due < now ? .danger : .dim)
      }
      lines.append(text)
    }
    return lines
  }

  private func allowed(_ explanation: Explanation, width: Int) -> [StyledText] {
    let verbs = explanation.actions.filter(\.isAllowed).map(\.action.verb)
    guard !verbs.isEmpty else { return [] }
    return [StyledText(), StyledText("What I may do", .heading)]
      + (StyledText("✓ ", .good) + StyledText(verbs.joined(separator: ", "), .emphasis))
      .wrapped(to: width)
  }

  /// What is off, one line for each reason and not for each action.
  private func off(_ explanation: Explanation, width: Int) -> [StyledText] {
    var reasons: [(reason: String, verbs: [String])] = []
    for availability in explanation.actions {
      guard let reason = availability.reason else { continue }
      if let index = reasons.firstIndex(where: { $0.reason == reason }) {
        reasons[index].verbs.append(availability.action.verb)
      } else {
        reasons.append((reason, [availability.action.verb]))
      }
    }
    guard !reasons.isEmpty else { return [] }
    return [StyledText(), StyledText("What is off, and why", .heading)]
      + reasons.flatMap { reason, verbs in
        "\(verbs.joined(separator: ", ")): \(reason)".wrapped(to: width - 2).enumerated().map {
          StyledText(($0.offset == 0 ? "– " : "  ") + $0.element, .dim)
        }
      }
  }
}
