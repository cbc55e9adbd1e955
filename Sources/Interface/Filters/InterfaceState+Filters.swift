// `/` and `F`: a filter is typed, found again among those used before, kept under a name.

import ApplicationRuntime
import Screen

extension InterfaceState {
  mutating func beginFilter() {
    filterInput = TextArea(page.list?.filter.source ?? "")
    filterPlace = nil
  }

  mutating func performInFilter(_ name: ActionName) -> [Effect] {
    switch name {
    case .open:
      filterInput = nil
      let filter = page.list?.filter.source ?? ""
      guard filter.contains(where: { !$0.isWhitespace }) else { return [] }
      return change(FilterChange(.used(filter: filter), on: page.kind))
    case .escape:
      filterInput = nil
      page.list?.set(filter: .none)
    case .up: page.list?.move(by: -1)
    case .down: page.list?.move(by: 1)
    case .older: goBack(by: 1)
    case .newer: goBack(by: -1)
    default:
      if filterInput?.perform(name) == true { applyFilterInput() }
    }
    return []
  }

  mutating func insertInFilter(_ text: String) {
    filterInput?.insert(text)
    applyFilterInput()
  }

  private mutating func applyFilterInput() {
    guard let filterInput else { return }
    page.list?.set(filter: RowFilter(filterInput.text))
  }

  /// To the filters that were used before, and back to an empty one.
  private mutating func goBack(by step: Int) {
    let used = setup.filters.used(on: page.kind)
    let place = min((filterPlace ?? -1) + step, used.count - 1)
    filterPlace = place < 0 ? nil : place
    filterInput?.replace(with: filterPlace.map { used[$0] } ?? "")
    applyFilterInput()
  }

  private mutating func change(_ change: FilterChange) -> [Effect] {
    setup.filters.apply(change)
    return [.changeFilters(change)]
  }

  // MARK: Kept filters

  private static let keeping = "+"

  /// Offers the filters that are kept for this page, and to keep the one that is on.
  mutating func chooseFilter() {
    guard let list = page.list else { return }
    let now = list.filter.source
    let kept = setup.filters.named(on: page.kind)
    var choices = kept.map { Chooser.Choice(id: "=" + $0.name, label: $0.name, note: $0.filter) }
    if !list.filter.isEmpty, !kept.contains(where: { $0.filter == now }) {
      choices.append(Chooser.Choice(id: Self.keeping, label: "keep this one…", note: now))
    }
    guard !choices.isEmpty else {
      tell("No filter is kept for this page. / types one; F then keeps it under a name.")
      return
    }
    var chooser = Chooser(title: "Filters", kind: .listed, choices: choices) { state, choice in
      if choice.id == Self.keeping { return state.keepFilter(choice.note) }
      state.page.list?.set(filter: RowFilter(choice.note))
      return state.change(FilterChange(.used(filter: choice.note), on: state.page.kind))
    }
    chooser.removed = { state, choice in
      guard choice.id != Self.keeping else { return [] }
      let name = String(choice.id.dropFirst())
      state.tell("Removed the filter “\(name)”: \(choice.note)", kind: .done)
      return state.change(FilterChange(.forget(name: name), on: state.page.kind))
    }
    chooser.showsIDs = false
    chooser.selection = kept.firstIndex { $0.filter == now } ?? (now.isEmpty ? 0 : kept.count)
    overlay = .chooser(chooser)
  }

  private static let longestName = 40

  private mutating func keepFilter(_ filter: String) -> [Effect] {
    open(
      dialog: Dialog(
        title: "Keep the filter", lines: [filter],
        fields: [Dialog.Field(label: "Name", area: TextArea(), isRequired: true)], confirm: "Keep"
      ) { (state, texts) throws(Dialog.Complaint) in
        let name = (texts.first ?? "").split(whereSeparator: \.isWhitespace).joined(separator: "-")
        guard name.count <= Self.longestName else {
          throw Dialog.Complaint("A name has \(Self.longestName) characters at most.")
        }
        let isNew = !state.setup.filters.named(on: state.page.kind).contains { $0.name == name }
        state.tell(
          isNew ? "Kept as “\(name)”; F shows it." : "“\(name)” is this filter now.", kind: .done)
        return state.change(
          FilterChange(.keep(name: name, filter: filter), on: state.page.kind))
      })
    return []
  }
}
