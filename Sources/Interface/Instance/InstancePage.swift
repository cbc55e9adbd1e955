// One run of one version for one document: its elements, who is waited for, what happened.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// An instance's page.
package struct InstancePage: Sendable {
  enum Pane: Hashable, Sendable { case outline, history }

  package let id: InstanceID
  package internal(set) var detail: InstanceDetail?
  var pane = Pane.outline
  /// The element under the cursor.
  package internal(set) var element: ElementPath?
  var outlineTop = 0
  var historyTop = 0
  var failure: String?

  package init(id: InstanceID, element: ElementPath? = nil) {
    self.id = id
    self.element = element
  }

  var elementIndex: Int {
    let index = detail?.outline.firstIndex { $0.path == element }
    return index ?? detail?.outline.firstIndex { $0.mark == .here } ?? 0
  }

  mutating func take(_ detail: InstanceDetail) {
    self.detail = detail
    failure = nil
    if element == nil || !detail.outline.contains(where: { $0.path == element }) {
      element = (detail.outline.first { $0.mark == .here } ?? detail.outline.first)?.path
    }
  }

  mutating func move(by distance: Int) {
    guard let outline = detail?.outline, !outline.isEmpty else { return }
    if pane == .history {
      historyTop = max(0, historyTop + distance)
    } else {
      element = outline[min(max(0, elementIndex + distance), outline.count - 1)].path
    }
  }

  func availability(of action: Action) -> ActionAvailability? {
    detail?.actions.first { $0.action == action }
  }
}
