// The row of actions at the top of a document, each with its reason when it is off.

import ApplicationRuntime
import Screen
import WorkflowRuntime

struct WorkflowControl {
  let page: DocumentPage
  let table: ActionTable

  /// One or more lines, broken between actions; a reason that is too long is cut.
  func lines(width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    var line = StyledText()
    for segment in segments {
      let fitting = segment.truncated(to: width)
      if !line.isEmpty, line.width + 3 + fitting.width > width {
        lines.append(line)
        line = StyledText()
      }
      if !line.isEmpty { line.append("   ") }
      line.append(fitting)
    }
    if !line.isEmpty { lines.append(line) }
    // Reasons may be many; the content must keep its place.
    return Array(lines.prefix(4))
  }

  private var segments: [StyledText] {
    guard let detail = page.detail else { return [] }
    var shown: [ActionAvailability] = []
    if let submission = page.submission { shown.append(submission) }
    let order: [Action] = [
      .recall, .delete, .approve, .complete, .accept, .release, .reject, .requestChange, .deny,
    ]
    for action in order {
      guard let found = detail.actions.first(where: { $0.action == action }) else { continue }
      // Answers that were never mine to give would only be noise.
      if action.answer != nil || action == .accept || action == .release, !found.isAllowed {
        guard found.item != nil else { continue }
      }
      shown.append(found)
    }
    return shown.map(segment)
  }

  private func segment(_ availability: ActionAvailability) -> StyledText {
    let label = availability.action.verb.capitalizedFirst
    let key = Self.name(of: availability.action)
      .flatMap { table.action($0, in: .document) }?.keys.first?.spelling
    if let reason = availability.reason {
      return StyledText("[\(label)]", .disabled) + StyledText(" off: " + reason, .dim)
    }
    return StyledText("[", .normal) + StyledText(key.map { $0 + " " } ?? "", .key)
      + StyledText(label, .emphasis) + StyledText("]")
  }

  /// The entry of the action table for an action of the engine.
  static func name(of action: Action) -> ActionName? {
    switch action {
    case .submit, .resubmit: .submit
    case .requestChange: .requestChange
    default: ActionName(rawValue: action.rawValue)
    }
  }
}
