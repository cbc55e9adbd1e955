// The mouse on what lies over a page: a click selects a row, a second one takes it; a click beside
// it closes it.

import Screen

extension InterfaceState {
  mutating func clickOverlay(at point: Point) -> [Effect] {
    let count: Int
    let selected: Int
    switch overlay {
    case .palette(let palette):
      count = PaletteView.matches(palette, table: setup.table, state: self).count
      selected = palette.selection
    case .chooser(let chooser): (count, selected) = (chooser.matches.count, chooser.selection)
    default:
      // The keys of a text are told below it, and there is nothing in it to be chosen.
      return []
    }
    let place = OverlayBox.place(in: size, lines: max(1, count), searches: true)
    guard place.rect.contains(point) else {
      overlay = nil
      return []
    }
    let row =
      point.row - place.rect.row - 3
      + OverlayBox.begin(top: 0, lines: count, room: place.room, selected: selected)
    guard point.row >= place.rect.row + 3, point.row < place.rect.endRow - 1, row < count else {
      return []
    }
    if row == selected { return performInOverlay(.open) }
    selectInOverlay(row)
    return []
  }

  private mutating func selectInOverlay(_ row: Int) {
    switch overlay {
    case .palette(var palette):
      palette.selection = row
      overlay = .palette(palette)
    case .chooser(var chooser):
      chooser.selection = row
      overlay = .chooser(chooser)
    default: break
    }
  }
}
