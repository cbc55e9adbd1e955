// One run of one version for one document: its flow, who is waited for, what happened, then and now.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// An instance's page.
package struct InstancePage: Sendable {
  enum Pane: Hashable, Sendable { case flow, children, history }

  package let id: InstanceID
  package internal(set) var detail: InstanceDetail?
  var pane = Pane.flow
  var historyTop = 0
  /// The child under the cursor of their list.
  package internal(set) var child = 0
  /// What the history has before the entries of ``detail``, as far as it was read.
  package internal(set) var older: [HistoryRow] = []
  var hasOlder = false
  /// Whether the end of what was read of the history comes near.
  var nearsOldest = false
  var failure: String?

  // Looking back.
  /// Every point that can be looked at, the oldest first; empty until they are read.
  var points: [SavedPoint] = []
  /// The instance's counter when they were read: they are read again when it is another one.
  var pointsAreOf: Int?
  /// Why the points could not be read.
  var pointsFailure: String?
  /// The message of the point that is looked at; nil for what is now.
  package internal(set) var message: Int64?
  /// What was read of that point; until then the picture before it stays.
  var moment: InstanceMoment?

  /// The drawing, and the element under the cursor.
  package internal(set) var flow: DiagramCursor

  package init(id: InstanceID, element: ElementPath? = nil) {
    self.id = id
    flow = DiagramCursor(element: element)
  }

  /// The element under the cursor.
  package var element: ElementPath? { flow.element }

  /// The elements with the marks of the time that is shown.
  var outline: [OutlineElement] { moment?.outline ?? detail?.outline ?? [] }

  var elementIndex: Int {
    outline.firstIndex { $0.path == element } ?? outline.firstIndex { $0.mark == .here } ?? 0
  }

  mutating func take(_ detail: InstanceDetail) {
    keepHistory(before: detail)
    self.detail = detail
    failure = nil
    child = max(0, min(child, detail.children.count - 1))
    if detail.children.isEmpty, pane == .children { pane = .flow }
    if element == nil || !detail.outline.contains(where: { $0.path == element }) {
      flow.select((detail.outline.first { $0.mark == .here } ?? detail.outline.first)?.path)
    }
    redraw()
  }

  /// Lays the figure out that is shown now, when it is another one than before.
  mutating func redraw() { flow.show(moment == nil ? detail?.figure : moment?.figure) }

  /// Fits what is scrolled to the page's room.
  ///
  /// - Parameter childRow: the line of the right pane with the child under the cursor.
  mutating func fit(_ layout: InstanceLayout, largestScroll: Int, childRow: Int?) {
    if pane == .children, let childRow {
      historyTop = max(min(historyTop, childRow), childRow - layout.side.rows + 1)
    }
    historyTop = min(max(0, historyTop), largestScroll)
    nearsOldest = historyTop > 0 && historyTop + layout.side.rows >= largestScroll
    flow.fit(layout.isDrawn ? layout.flow.size : nil)
  }

  func availability(of action: Action) -> ActionAvailability? {
    detail?.actions.first { $0.action == action }
  }
}
