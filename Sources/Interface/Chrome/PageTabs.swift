// The pages with their numbers, in the line above the footer while nothing is told there.

import Screen

struct PageTabs {
  /// In the order of their keys.
  static let names: [ActionName] = [
    .inbox, .reports, .queue, .system, .instances, .workflows, .notifications, .people,
    .statistics, .messages,
  ]
  /// What lies between two of them.
  private static let gap = 2

  struct Item {
    let action: PageAction
    let key: String
    var label: String
    let isShown: Bool
    var column = 0

    var width: Int { key.displayWidth + (label.isEmpty ? 0 : 1 + label.displayWidth) }
  }

  let state: InterfaceState

  /// Whether the page leaves that line to them.
  var isOffered: Bool {
    ![.edit, .system, .instance, .workflow, .simulation].contains(state.page.kind)
  }

  func draw(in canvas: inout Canvas) {
    for item in items(width: canvas.columns) {
      canvas.write(item.key, column: item.column, row: 0, style: .key)
      guard !item.label.isEmpty else { continue }
      canvas.write(
        item.label, column: item.column + item.key.displayWidth + 1, row: 0,
        style: item.isShown ? .emphasis : .dim)
    }
  }

  /// All that can be gone to; where the names have no room the last ones are numbers alone.
  func items(width: Int) -> [Item] {
    guard isOffered else { return [] }
    var items = Self.names.compactMap { name -> Item? in
      guard let action = state.setup.table.action(name, in: state.page.kind),
        action.availability(state).isOn, let key = action.keys.first
      else { return nil }
      return Item(
        action: action, key: key.spelling, label: action.label.capitalizedFirst,
        isShown: state.pages.first?.kind.rawValue == name.rawValue)
    }
    func needed() -> Int { items.reduce(1) { $0 + $1.width + Self.gap } }
    while needed() > width, let index = items.lastIndex(where: { !$0.label.isEmpty && !$0.isShown })
    {
      items[index].label = ""
    }
    var column = 1
    for index in items.indices {
      items[index].column = column
      column += items[index].width + Self.gap
    }
    return items
  }
}
