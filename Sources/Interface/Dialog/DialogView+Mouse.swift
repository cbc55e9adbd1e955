// What of a dialog lies below the pointer.

import Screen

extension DialogView {
  /// What was clicked: a field, and in a list of choices one of them; or a button.
  enum Hit: Hashable {
    case field(Int, choice: Int?)
    case button(Int)
  }

  func hit(at point: Point) -> Hit? {
    if let button = button(at: point) { return .button(button) }
    let inner = rect.inset(columns: 2, rows: 1)
    guard inner.contains(point) else { return nil }
    var row = inner.row + text.count
    for index in dialog.fields.indices {
      let rows = rows(of: index)
      if (row..<row + rows).contains(point.row) {
        return .field(index, choice: choice(of: index, row: point.row - row - 1, rows: rows - 1))
      }
      row += rows
    }
    return nil
  }

  private func choice(of index: Int, row: Int, rows: Int) -> Int? {
    guard dialog.focus == index, row >= 0, let field = dialog.fields[index].choice else {
      return nil
    }
    let choice = ChoiceFieldView.top(of: field, rows: rows) + row
    return field.matches.indices.contains(choice) ? choice : nil
  }
}
