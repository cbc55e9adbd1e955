// Moving about: the same keys on every page.

import Screen

extension ActionTable {
  static let movementActions: [PageAction] = [
    PageAction(
      .up, "Up k", "up", "Goes up one row, or scrolls up.", in: PageKind.verbs
    ) { $0.move(by: -1) },
    PageAction(
      .down, "Down j", "down", "Goes down one row, or scrolls down.", in: PageKind.verbs
    ) { $0.move(by: 1) },
    PageAction(
      .left, "Left h", "left", "Goes to the element at the left, or scrolls there.",
      in: [.instance, .workflow, .simulation]
    ) { $0.go(.left) },
    PageAction(
      .right, "Right l", "right", "Goes to the element at the right, or scrolls there.",
      in: [.instance, .workflow, .simulation]
    ) { $0.go(.right) },
    PageAction(
      .first, "g Home", "first", "Goes to the first row.", in: PageKind.verbs
    ) { $0.move(by: -ListWindow.wholeList) },
    PageAction(
      .last, "G End", "last", "Goes to the last row.", in: PageKind.verbs
    ) { $0.move(by: ListWindow.wholeList) },
    PageAction(
      .pageUp, "PgUp", "page up", "Goes up one page.", in: PageKind.verbs
    ) { $0.move(by: -$0.pageHeight) },
    PageAction(
      .pageDown, "PgDn", "page down", "Goes down one page.", in: PageKind.verbs
    ) { $0.move(by: $0.pageHeight) },
    PageAction(
      .halfPageUp, "^U", "half page up", "Goes up half a page.", in: PageKind.verbs
    ) { $0.move(by: -max(1, $0.pageHeight / 2)) },
    PageAction(
      .halfPageDown, "^D", "half page down", "Goes down half a page.", in: PageKind.verbs
    ) { $0.move(by: max(1, $0.pageHeight / 2)) },
    PageAction(
      .nextPane, "Tab", "pane", "Goes to the next pane, or to the next status.",
      in: PageKind.panes
    ) { $0.switchPane(by: 1) },
    PageAction(
      .previousPane, "S-Tab", "pane before", "Goes to the pane or status before.",
      in: PageKind.panes
    ) { $0.switchPane(by: -1) },
    PageAction(
      .open, "Enter", "open", "Opens the selected object.", in: PageKind.lists, footer: 80,
      when: { $0.page.list?.selectedRow == nil ? .off("nothing is selected") : .on },
      perform: { $0.openSelected() }),
  ]
}

extension InterfaceState {
  fileprivate mutating func move(by distance: Int) -> [Effect] {
    page.content.move(by: distance)
    return []
  }

  fileprivate var pageHeight: Int {
    max(1, page.list?.height ?? PageLayout(size: size, kind: page.kind).body.rows - 1)
  }

  fileprivate mutating func go(_ heading: Diagram.Heading) -> [Effect] {
    page.instance?.go(heading)
    page.workflow?.go(heading)
    page.simulation?.go(heading)
    return []
  }

  mutating func switchPane(by step: Int) -> [Effect] {
    switch page {
    case .queue: page.queue?.switchPane()
    case .reports: page.reports?.show(next: step)
    case .instance(var instance):
      instance.switchPane(by: step)
      page = .instance(instance)
    case .workflow(var workflow):
      workflow.pane = workflow.pane == .flow ? .findings : .flow
      page = .workflow(workflow)
    case .instances:
      page.instances?.show(next: step)
      rowsAreStale = true
      return readAll()
    case .notifications:
      let viewer = viewer
      page.notifications?.show(next: step, for: viewer)
      rowsAreStale = true
      return readAll()
    case .people: page.people?.switchPane()
    case .statistics:
      page.statistics?.show(next: step)
      rowsAreStale = true
    default: break
    }
    return []
  }
}
