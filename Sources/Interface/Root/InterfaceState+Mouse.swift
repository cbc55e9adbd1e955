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
    if case .calendar(let calendar)? = overlay {
      guard let day = CalendarView(calendar: calendar).day(at: mouse.point, size: size) else {
        return []
      }
      overlay = nil
      return calendar.taken(&self, day)
    }
    if dialog != nil { return clickDialog(at: mouse.point) }
    if overlay != nil { return clickOverlay(at: mouse.point) }
    let layout = PageLayout(size: size, kind: page.kind)
    if layout.footer.contains(mouse.point) { return clickFooter(at: mouse.point, layout: layout) }
    if layout.toast.contains(mouse.point), ToastLine(state: self).showsTabs,
      let tab = PageTabs(state: self).items(width: layout.toast.columns).first(where: {
        ($0.column..<$0.column + $0.width).contains(mouse.point.column)
      })
    {
      return run(tab.action)
    }
    if page.document?.editor != nil { return sendToEditor(mouse, layout: layout) }
    return clickList(at: mouse.point, layout: layout)
  }

  private mutating func scroll(by distance: Int, at mouse: Mouse) -> [Effect] {
    if let field = dialog?.focusedField {
      dialog?.fields[field].choice?.perform(distance < 0 ? .up : .down)
    }
    if dialog != nil { return [] }
    if overlay != nil {
      scrollOverlay(by: distance)
      return []
    }
    let layout = PageLayout(size: size, kind: page.kind)
    if page.document?.editor != nil { return sendToEditor(mouse, layout: layout) }
    page.content.scroll(by: distance, at: mouse.point, layout, context)
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
    if let header = page.content.header(at: point, layout), var list = page.list {
      let columns = ListView.layout(list.columns, width: header.columns)
      if let index = columns.index(at: point.column - header.column - ListView.margin) {
        list.sort(by: index)
        page.list = list
      }
      return []
    }
    let opens = page.content.click(at: point, layout, context)
    return opens ? openSelected() : []
  }

  private mutating func sendToEditor(_ mouse: Mouse, layout: PageLayout) -> [Effect] {
    guard layout.content.contains(mouse.point) else { return [] }
    let place = mouse.point.inside(layout.content)
    return handleInEditor(.mouse(Mouse(action: mouse.action, button: mouse.button, point: place)))
  }

}

extension Point {
  /// A point of the screen in the cells of a part of it.
  func inside(_ rect: Rect) -> Point { Point(column: column - rect.column, row: row - rect.row) }
}

extension ListState {
  /// Whether a row lies there, counted from the first that is on the screen.
  func isOnRow(_ row: Int) -> Bool { row >= 0 && visible.indices.contains(top + row) }

  /// Selects the row that was clicked, counted from the first that is on the screen.
  mutating func select(clicked row: Int) {
    if isOnRow(row) { select(index: top + row) }
  }
}
