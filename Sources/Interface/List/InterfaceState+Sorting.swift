// `o`: by which column a list is sorted, and in which direction.

import Screen

extension InterfaceState {
  private static let unsorted = "none"

  /// Offers the columns; the one in use is marked, and taking it again turns the order round.
  mutating func chooseSort() {
    guard let list = page.list else { return }
    let now = list.sort
    var choices = list.columns.enumerated().map { index, column in
      let isCurrent = now?.column == index
      let note = isCurrent ? (now?.isDescending == true ? Self.falling : Self.rising) : ""
      return Chooser.Choice(
        id: String(index), label: column.title, note: note + (isCurrent ? "; again turns it" : ""))
    }
    choices.append(
      Chooser.Choice(
        id: Self.unsorted, label: "as they are kept", note: now == nil ? "in use" : ""))
    var chooser = Chooser(title: "Sort by", kind: .listed, choices: choices) { state, choice in
      let column = Int(choice.id)
      if let column, column == state.page.list?.sort?.column {
        state.page.list?.reverse()
      } else {
        state.page.list?.set(sort: column.map { .init(column: $0, isDescending: false) })
      }
      return []
    }
    chooser.showsIDs = false
    chooser.selection = now?.column ?? choices.count - 1
    overlay = .chooser(chooser)
  }

  private static let rising = "▲ smallest first"
  private static let falling = "▼ greatest first"
}
