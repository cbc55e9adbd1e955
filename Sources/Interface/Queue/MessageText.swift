// One message in words: where it came from, who it is for, what it carries.

import Screen
import Workflow
import WorkflowRuntime

struct MessageText {
  let message: Message
  let context: PageContext

  private var clock: LocalClock { context.clock }

  var title: StyledText {
    let receiver = message.type.isEvent ? "to the application runtime" : "to the workflow runtime"
    return StyledText(
      "\(message.sequence) \(message.type.rawValue) · \(message.instance) · \(receiver)", .heading)
  }

  func lines(width: Int) -> [StyledText] {
    var lines = [StyledText(posted)]
    if let error = message.error {
      lines += ("! " + error).wrapped(to: width).map { StyledText($0, .danger) }
    }
    if message.state == .stopped, let mending = context.mending(message.instance) {
      lines += mending.wrapped(to: width).map { StyledText($0, .warning) }
    }
    lines += payload.wrapped(to: width).map { StyledText($0, .accent) }
    lines += times.map { StyledText($0, .dim) }
    return lines
  }

  private var posted: String {
    let poster = message.postedBy.map { context.name(of: $0) } ?? "the workflow runtime"
    let handler = message.type.isEvent ? " · for handler \(message.type.rawValue)" : ""
    return "posted \(time(message.postedAt)) by \(poster)\(handler)"
  }

  /// With its day, where that is another one.
  private func time(_ time: Timestamp) -> String {
    let day = clock.day(of: time)
    let date = day == clock.day(of: context.now) ? "" : day.short + " "
    return date + clock.milliseconds(time)
  }

  private var payload: String { message.payload.json.text }

  private var times: [String] {
    var times: [String] = []
    if message.dueAt != message.postedAt {
      times.append("due \(time(message.dueAt))")
    }
    if let retryAt = message.retryAt, message.state.isPending {
      times.append(
        "tried again \(time(retryAt)), after \(plural(message.attempts, "try", "tries"))"
      )
    }
    if let startedAt = message.startedAt {
      let waited = Age.text(startedAt.duration(since: message.runnableAt))
      times.append("started \(time(startedAt)), waited \(waited)")
    }
    if let handledAt = message.handledAt {
      let took = message.startedAt.map { ", took " + Age.text(handledAt.duration(since: $0)) } ?? ""
      times.append("\(message.state.rawValue) \(time(handledAt))\(took)")
    }
    return times
  }
}
