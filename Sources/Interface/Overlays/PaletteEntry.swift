// What the palette offers: an action of this page, or one of another page.

/// A row of the palette.
struct PaletteEntry {
  let action: PageAction
  /// The page that has it; nil for the one that is shown.
  let page: PageKind?

  /// The pages that a number key leads to, in the order of those.
  static let tops: [PageKind] = PageTabs.names.compactMap { PageKind(rawValue: $0.rawValue) }

  /// The actions that the page has not, each with the first page that has it.
  static func elsewhere(_ state: InterfaceState, than context: PageKind) -> [PaletteEntry] {
    guard PageKind.verbs.contains(context) else { return [] }
    let table = state.setup.table
    var known = Set(
      table.actions(in: context).filter { $0.availability(state) != .absent }.map(\.name))
    let offered = tops.filter {
      !PageKind.administrators.contains($0) || state.viewer.isAdministrator
    }
    let others = PageKind.allCases.filter {
      !tops.contains($0) && PageKind.verbs.contains($0)
    }
    return (offered + others).flatMap { page in
      table.actions(in: page).compactMap { action in
        // What every page has and this one does not offer is offered nowhere.
        !action.contexts.isSuperset(of: PageKind.verbs) && known.insert(action.name).inserted
          ? PaletteEntry(action: action, page: page) : nil
      }
    }
  }

  /// `on Queue`, `in an instance`
  var place: String? {
    page.map { Self.tops.contains($0) ? "on \($0.title)" : "on the page of \($0.article)" }
  }
}

extension PageKind {
  /// `an instance`, `a document`
  var article: String {
    switch self {
    case .preferences: "the preferences"
    case .instance, .inbox: "an \(rawValue)"
    default: "a \(rawValue)"
    }
  }
}

extension InterfaceState {
  /// Runs an action of this page; for one of another page it goes there and says which key it is.
  mutating func run(_ entry: PaletteEntry) -> [Effect] {
    guard let page = entry.page else { return run(entry.action) }
    let key = entry.action.keys.first.map { "\($0.spelling) " } ?? ":"
    guard PaletteEntry.tops.contains(page) else {
      tell("\(entry.action.label.capitalizedFirst) is \(entry.place ?? ""): \(key)there.")
      return []
    }
    let effects = go(to: page)
    if self.page.kind == page { tell("\(key)\(entry.action.label): \(entry.action.help)") }
    return effects
  }
}
