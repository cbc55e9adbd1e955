// The row of actions at the top of a document: what I may do, then what is off and why.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

struct WorkflowControl {
  let page: DocumentPage
  let viewer: PersonID
  let table: ActionTable

  private static let order: [Action] = [
    .approve, .complete, .choose, .accept, .reject, .requestChange, .deny, .delegate, .release,
    .move, .reassign, .edit, .recall, .delete,
  ]

  /// Two lines where that is enough, broken between actions; a reason that is too long is cut.
  func lines(width: Int) -> [StyledText] {
    guard page.detail != nil else { return [] }
    let shown = shown
    guard !shown.isEmpty else {
      return [StyledText("Nothing here is mine to do now; w says who is waited for.", .dim)]
    }
    var lines: [StyledText] = []
    for segment in shown.map(segment) {
      let fitting = segment.truncated(to: width)
      if let last = lines.last, last.width + 3 + fitting.width <= width {
        lines[lines.count - 1] = last + StyledText("   ") + fitting
      } else {
        lines.append(fitting)
      }
    }
    // The content must keep its place; what is off comes last and stands in `w` too.
    return Array(lines.prefix(3))
  }

  /// What is allowed, then what is off but could be meant: my own document's submit and recall,
  /// the answers that the item before me takes. The rest would never be for this person here.
  private var shown: [ActionAvailability] {
    let all = [page.submission].compactMap { $0 } + Self.order.compactMap(page.availability)
    let allowed = all.filter(\.isAllowed)
    return allowed + all.filter { !$0.isAllowed && couldBeMeant($0) }
  }

  private func couldBeMeant(_ availability: ActionAvailability) -> Bool {
    switch availability.action {
    case .submit, .resubmit, .recall: page.detail?.document.originator == viewer
    case .edit, .delete: false
    default: availability.item.map { InterfaceState.fits(availability.action, $0) } ?? false
    }
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
