// The cursor of an instance's page: from element to element, or through the history.

import ApplicationRuntime
import Screen
import Workflow

extension InstancePage {
  /// The keys of the arrows.
  mutating func go(_ heading: Diagram.Heading) {
    switch (pane, heading) {
    case (.history, .left), (.children, .left): pane = .flow
    case (.children, .up): select(child: child - 1)
    case (.children, .down): select(child: child + 1)
    case (.children, .right): break
    case (.history, .up): historyTop -= 1
    case (.history, .down): historyTop += 1
    case (.history, .right): break
    case (.flow, _): goInFlow(heading)
    }
  }

  private mutating func goInFlow(_ heading: Diagram.Heading) {
    guard flow.diagram == nil || flow.window == nil else { return flow.go(heading) }
    switch heading {
    case .up: step(by: -1)
    case .down: step(by: 1)
    case .left: break
    case .right: pane = .history
    }
  }

  /// Several rows at once: a page, or to the first or last.
  mutating func move(by distance: Int) {
    if abs(distance) == 1 { return go(distance < 0 ? .up : .down) }
    if pane == .children {
      select(child: child + distance)
    } else if pane == .history {
      historyTop = max(0, historyTop + distance)
    } else if flow.window == nil {
      step(by: distance)
    } else {
      flow.jump(by: distance)
    }
  }

  /// By elements of the outline.
  private mutating func step(by distance: Int) {
    guard !outline.isEmpty else { return }
    flow.element = outline[min(max(0, elementIndex + distance), outline.count - 1)].path
  }

  /// The wheel: what lies under the pointer moves, and the cursor stays.
  mutating func scroll(by distance: Int, overHistory: Bool) {
    if overHistory {
      historyTop += distance
    } else if flow.window != nil {
      flow.origin.row += distance
    } else {
      step(by: distance)
    }
  }

  /// A click on a cell of the pane with the drawing.
  mutating func select(at point: Point) {
    guard flow.diagram != nil, flow.window != nil else { return }
    pane = .flow
    if let hit = flow.element(at: point) { flow.element = hit }
  }
}
