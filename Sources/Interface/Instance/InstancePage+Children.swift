// From an instance to those that its elements started, and back.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension InstancePage {
  /// The children as they are now; what is looked back at has none to go to.
  var children: [InstanceChild] { isLookingBack ? [] : detail?.children ?? [] }

  /// Where Enter leads: into the child under the cursor, or from a child back to its parent.
  var openableInstance: InstanceID? {
    if pane == .children {
      return children.indices.contains(child) ? children[child].row.id : nil
    }
    let own = children.filter { $0.element == element }
    return own.count == 1 ? own[0].row.id : own.isEmpty ? detail?.row.parent : nil
  }

  /// The first child of the element under the cursor, among several.
  var firstChildOfElement: Int? {
    guard pane == .flow else { return nil }
    return children.firstIndex { $0.element == element }
  }

  mutating func select(child index: Int) {
    child = max(0, min(index, children.count - 1))
  }

  /// The panes that Tab goes through.
  mutating func switchPane(by step: Int) {
    let panes: [Pane] = children.isEmpty ? [.flow, .history] : [.flow, .children, .history]
    let index = panes.firstIndex(of: pane) ?? 0
    pane = panes[(index + step + panes.count) % panes.count]
  }
}

extension InterfaceState {
  var openingOfInstance: Availability {
    guard let shown = page.instance else { return .absent }
    if shown.openableInstance != nil || shown.firstChildOfElement != nil { return .on }
    return .off("it started no other instance, and none started it")
  }

  /// Enter: into a child; among several of an element to their list; from a child to its parent.
  mutating func openChild() -> [Effect] {
    guard var shown = page.instance else { return [] }
    if shown.openableInstance == nil, let first = shown.firstChildOfElement {
      shown.child = first
      shown.pane = .children
      page = .instance(shown)
      return []
    }
    // Back to the parent that one came from, and not to another picture of it.
    if pages.count > 1, let below = pages[pages.count - 2].instance, shown.pane != .children,
      below.id == shown.openableInstance
    {
      return pop()
    }
    return openSelected()
  }
}
