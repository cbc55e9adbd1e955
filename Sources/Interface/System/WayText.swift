// A message's way in words: the figure says it with a dot, this says it to everybody.

import ApplicationRuntime
import Screen
import WorkflowRuntime

struct WayText {
  let way: MessageWay
  let context: PageContext
  /// Whether a single step handled it, in a commit of its own.
  let isStep: Bool

  private var message: Message { way.message }

  var took: String? {
    guard let started = message.startedAt, let handled = message.handledAt else { return nil }
    return Age.text(handled.duration(since: started))
  }

  /// `1412 elementStarted · I-000007 ER-000012 · one transaction, saved 14:02:07.413`
  func title(width: Int) -> StyledText {
    let begin = StyledText("\(message.sequence) \(message.type.rawValue)", .heading)
    let place = begin + StyledText(" · \(message.instance) \(message.document)")
    let kind = isStep ? "one transaction" : "one batch"
    guard let handled = message.handledAt else { return place + StyledText(" · " + kind) }
    let saved = "saved " + context.clock.milliseconds(handled)
    // What does not fit is said shorter, and never cut.
    for words in [kind + ", " + saved, saved, context.clock.seconds(handled)]
    where place.width + 3 + words.displayWidth <= width {
      return place + StyledText(" · " + words)
    }
    return place.width <= width ? place : begin + StyledText(" · \(message.document)")
  }

  /// What happened, step by step.
  var parts: [String] {
    var parts = ["leaves the queue"]
    let time = took.map { ", " + $0 } ?? ""
    if message.type.isEvent {
      parts.append("handler \(message.type.rawValue)" + time)
    } else if message.type == .activation {
      parts.append("runtime begins it" + time)
    } else {
      parts.append("runtime restores it" + time)
    }
    parts.append(way.posts.isEmpty ? "posts nothing" : "posts " + posts(way.posts.count))
    if !message.type.isEvent { parts.append("saved, unloaded") }
    parts.append(isStep ? "committed, 1 flush" : "committed with its batch")
    return parts
  }

  private func posts(_ most: Int) -> String {
    let shown = way.posts.prefix(most).map { "\($0.sequence) \($0.type.rawValue)" }
    let more = way.posts.count - shown.count
    return shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  /// Numbered and wrapped: ` 1 leaves the queue   2 handler elementStarted, 0.3 ms   3 …`
  func lines(width: Int, rows: Int) -> [StyledText] {
    var lines: [StyledText] = [StyledText()]
    for (index, part) in parts.enumerated() {
      let number = "\(index + 1) "
      let needed = number.displayWidth + part.displayWidth
      let used = lines[lines.count - 1].width
      if used > 0, used + 3 + needed > width, lines.count < rows { lines.append(StyledText()) }
      let last = lines.count - 1
      if lines[last].width > 0 { lines[last].append("   ") }
      lines[last].append(number, .key)
      lines[last].append(part)
    }
    return lines
  }

  /// One line of what was before: `1411 acknowledgeWorkflowStarted ▸ runtime ▸ posts 1412 …`
  func line(glyphs: Glyphs) -> StyledText {
    var text = StyledText("\(message.sequence) \(message.type.rawValue)")
    text.append(" \(glyphs.more) ", .dim)
    text.append(message.type.isEvent ? "handler" : "runtime")
    text.append(" \(glyphs.more) ", .dim)
    text.append(way.posts.isEmpty ? "posts nothing" : "posts " + posts(1))
    return text
  }

  /// `1412 queue to handler elementStarted to acknowledgment 1414`: for those who do not see the
  /// dot.
  var sentence: String {
    if message.type.isEvent {
      let answer = way.posts.first.map { " \($0.sequence)" } ?? ""
      return "\(message.sequence) queue to handler \(message.type.rawValue) to acknowledgment"
        + answer
    }
    let end = way.posts.isEmpty ? "" : " to queue: " + posts(2)
    return "\(message.sequence) \(message.type.rawValue) queue to runtime to instance store" + end
  }
}
