// The state as a picture.

import Screen

extension InterfaceState {
  /// Draws everything for a size. The same state always gives the same frame.
  package func render(size: Size, glyphs: Glyphs) -> Frame {
    var frame = Frame(size: size, glyphs: glyphs)
    guard size.columns >= PageLayout.smallest.columns, size.rows >= PageLayout.smallest.rows else {
      drawCalmLine(in: &frame)
      return frame
    }
    let layout = PageLayout(size: size, kind: page.kind)
    frame.draw(in: layout.status) { StatusLine(state: self).draw(in: &$0) }
    page.content.draw(in: &frame, layout: layout, state: self)
    let toast = ToastLine(state: self)
    var place = layout.toast
    place.rows = toast.rows(width: size.columns)
    place.row -= place.rows - 1
    frame.draw(in: place) { toast.draw(in: &$0) }
    frame.draw(in: layout.footer) { Footer(state: self).draw(in: &$0) }
    if let overlay, dialog == nil || !overlay.isOverDialogs {
      frame.cursor = nil
      frame.draw { OverlayView(overlay: overlay, state: self).draw(in: &$0) }
    }
    if let dialog {
      frame.cursor = nil
      frame.draw { DialogView(dialog: dialog, size: size).draw(in: &$0) }
      if let overlay, overlay.isOverDialogs {
        frame.cursor = nil
        frame.draw { OverlayView(overlay: overlay, state: self).draw(in: &$0) }
      }
    }
    return frame
  }

  private func drawCalmLine(in frame: inout Frame) {
    let size = frame.size
    let smallest = PageLayout.smallest
    frame.draw { canvas in
      _ = canvas.write(
        "Needs \(smallest.columns) by \(smallest.rows); this is "
          + "\(size.columns) by \(size.rows). Q quits.",
        column: 0, row: size.rows / 2, width: size.columns, style: .dim, alignment: .center)
    }
  }

  func drawRule(in frame: inout Frame, layout: PageLayout) {
    frame.draw(in: layout.rule) { $0.rule(row: 0) }
  }

  /// The list of a page with what stands above it.
  func drawList(in frame: inout Frame, layout: PageLayout) {
    guard let list = page.list else { return }
    frame.draw(in: layout.rule) { canvas in
      let news = list.newAbove > 0 ? StyledText("\(list.newAbove) new above", .accent) : nil
      canvas.rule(row: 0, trailing: news)
    }
    let view = ListView(
      list: list,
      placeholder: placeholder(
        of: list, isLoaded: page.content.isLoaded, empty: page.content.emptyText))
    frame.draw(in: layout.header) { view.drawHeader(in: &$0, row: 0) }
    frame.draw(in: layout.rows) { view.drawRows(in: &$0) }
  }

  /// What stands where a list has no rows: what is wrong with its filter, or why there are none.
  func placeholder(of list: ListState, isLoaded: Bool, empty: String) -> String {
    guard isLoaded else { return "…" }
    guard !list.filter.isEmpty, list.total > 0 else { return empty }
    let unknown = list.filter.unknownFields(among: page.content.filterFields)
    guard let field = unknown.first else {
      let looked = list.isComplete ? plural(list.looked, "row") : "\(list.looked) of \(list.total)"
      let soFar = list.isComplete ? "" : " so far"
      return "Nothing passes the filter\(soFar). Looked at \(looked)."
    }
    let known = page.content.filterFields.joined(separator: ", ")
    return "Nothing passes the filter: there is no field “\(field)” here. fields: \(known)"
  }

  func drawDetail(
    in frame: inout Frame, layout: PageLayout, title: StyledText?, body: () -> PreviewText.Body?
  ) {
    guard let rect = layout.detail else { return }
    let body = body()
    let isAtRight = layout.isDetailAtRight
    if isAtRight {
      frame.draw { canvas in
        canvas.vertical(column: rect.column - 1, row: rect.row, length: rect.rows)
        canvas.write(
          canvas.glyphs.single.teeDown, column: rect.column - 1, row: rect.row - 1, style: .border)
      }
    }
    frame.draw(in: rect) { canvas in
      // At the right the rule of the page is there already, one line above.
      if title != nil || !isAtRight { canvas.rule(row: 0, title: title) }
      guard let body else { return }
      let inner = Rect(column: 0, row: 1, columns: canvas.columns, rows: canvas.rows - 1)
      canvas.within(inner) { PreviewView(body: body, isStacked: isAtRight).draw(in: &$0) }
    }
  }
}
