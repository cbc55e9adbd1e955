// Draws a choice: people, types of document.

import Screen

struct ChooserView {
  let chooser: Chooser

  func draw(in canvas: inout Canvas) {
    let width = OverlayBox.inner(canvas.columns)
    let matches = chooser.matches
    let lines = matches.map { choice in
      (StyledText(choice.label.fitted(to: 22) + " ", .emphasis)
        + StyledText(chooser.showsIDs ? choice.id.fitted(to: 14) + " " : "", .dim)
        + StyledText(choice.note)).truncated(to: width)
    }
    let empty =
      chooser.choices == nil
      ? "…" : chooser.kind == .people ? "Nobody has that name." : "None of them has that in it."
    OverlayBox(
      title: chooser.title,
      hint: (chooser.removed == nil ? "" : "^X removes   ") + "Enter takes   Esc closes",
      search: chooser.search, placeholder: "type to filter"
    ).draw(
      lines.isEmpty ? [StyledText(empty, .dim)] : lines, top: 0,
      selected: lines.isEmpty ? nil : chooser.selection, in: &canvas)
  }
}
