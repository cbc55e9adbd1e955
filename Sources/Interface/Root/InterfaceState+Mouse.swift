// The mouse: select, scroll, sort by the header, keys of the footer.

import Screen

extension InterfaceState {
  mutating func handle(_ mouse: Mouse) -> [Effect] {
    switch mouse.action {
    case .scrollUp: return scroll(by: -3, at: mouse)
    case .scrollDown: return scroll(by: 3, at: mouse)
    case .release: return []
    case .press: break
    }
    guard mouse.button == .left else { return [] }
    if dialog != nil { return clickDialog(at: mouse.point) }
    if overlay != nil { return [] }
    let layout = PageLayout(size: size, kind: page.kind)
    if layout.footer.contains(mouse.point) { return clickFooter(at: mouse.point, layout: layout) }
    if page.document?.editor != nil { return sendToEditor(mouse, layout: layout) }
    return clickList(at: mouse.point, layout: layout)
  }

  private mutating func scroll(by distance: Int, at mouse: Mouse) -> [Effect] {
    if dialog != nil { return [] }
    if overlay != nil {
      scrollOverlay(by: distance)
      return []
    }
    let layout = PageLayout(size: size, kind: page.kind)
    if page.document?.editor != nil { return sendToEditor(mouse, layout: layout) }
    switch page {
    case .document: page.document?.scroll += distance
    case .instance(var instance):
      let panes = instanceLayout(instance, layout)
      instance.scroll(
        by: distance, overHistory: panes.side.contains(inside(mouse.point, layout.sheet)))
      page = .instance(instance)
    case .queue(var queue):
      let panes = QueueLayout(layout: layout, pending: queue.pendingList.visible.count)
      if panes.handled.contains(mouse.point) {
        queue.handledList.scroll(by: distance)
      } else {
        queue.pendingList.scroll(by: distance)
      }
      page = .queue(queue)
    default: page.list?.scroll(by: distance)
    }
    return []
  }

  private mutating func clickFooter(at point: Point, layout: PageLayout) -> [Effect] {
    let items = Footer(state: self).items(width: layout.footer.columns)
    guard let item = items.last(where: { $0.column <= point.column }),
      point.column < item.column + item.width
    else { return [] }
    return run(item.action)
  }

  private mutating func clickList(at point: Point, layout: PageLayout) -> [Effect] {
    if layout.header.contains(point), var list = page.list {
      let columns = ListView.layout(list.columns, width: layout.header.columns)
      if let index = columns.index(at: point.column - layout.header.column - ListView.margin) {
        list.sort(by: index)
        page.list = list
      }
      return []
    }
    if case .queue(var queue) = page {
      let panes = QueueLayout(layout: layout, pending: queue.pendingList.visible.count)
      if panes.pending.contains(point) {
        queue.pane = .pending
        queue.list.select(clicked: point.row - panes.pending.row)
      } else if panes.handled.contains(point) {
        queue.pane = .handled
        queue.list.select(clicked: point.row - panes.handled.row)
      }
      page = .queue(queue)
      return []
    }
    if case .instance(var instance) = page {
      let panes = instanceLayout(instance, layout)
      let place = inside(point, layout.sheet)
      if panes.flow.contains(place) { instance.select(at: inside(place, panes.flow)) }
      if panes.side.contains(place) { instance.pane = .history }
      page = .instance(instance)
      return []
    }
    guard layout.rows.contains(point), var list = page.list else { return [] }
    let wasSelected = list.selection
    list.select(clicked: point.row - layout.rows.row)
    page.list = list
    // A second click on the selected row opens it.
    return list.selection == wasSelected && list.isOnRow(point.row - layout.rows.row)
      ? openSelected() : []
  }

  private mutating func sendToEditor(_ mouse: Mouse, layout: PageLayout) -> [Effect] {
    guard layout.content.contains(mouse.point) else { return [] }
    let place = inside(mouse.point, layout.content)
    return handleInEditor(.mouse(Mouse(action: mouse.action, button: mouse.button, point: place)))
  }

  private func instanceLayout(_ page: InstancePage, _ layout: PageLayout) -> InstanceLayout {
    InstanceView(page: page, context: context).layout(in: layout.sheet.size)
  }

  /// A point of the screen in the cells of a part of it.
  private func inside(_ point: Point, _ rect: Rect) -> Point {
    Point(column: point.column - rect.column, row: point.row - rect.row)
  }
}

extension ListState {
  /// Whether a row lies there, counted from the first that is on the screen.
  func isOnRow(_ row: Int) -> Bool { row >= 0 && visible.indices.contains(top + row) }

  /// Selects the row that was clicked, counted from the first that is on the screen.
  mutating func select(clicked row: Int) {
    if isOnRow(row) { select(index: top + row) }
  }
}
