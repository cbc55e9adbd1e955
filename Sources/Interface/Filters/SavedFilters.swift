// The filters that a person keeps under names, and those that were used last, page by page.

/// A person's filters. They belong to the person and not to a store.
package struct SavedFilters: Hashable, Sendable, Codable {
  struct OfPage: Hashable, Sendable, Codable {
    /// The filters by their names.
    var named: [String: String] = [:]
    /// What was typed, the newest first.
    var used: [String] = []
  }

  /// More are no help, and the file stays small.
  static let longestHistory = 50
  static let mostNames = 200

  private var pages: [String: OfPage] = [:]

  package init() {}

  /// The filters of a page, by name.
  func named(on page: PageKind) -> [(name: String, filter: String)] {
    (pages[page.rawValue]?.named ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  func used(on page: PageKind) -> [String] { pages[page.rawValue]?.used ?? [] }

  /// The filters of this name on any page, each once: for commands, whose lists are no pages.
  package func filters(named name: String) -> Set<String> {
    Set(pages.values.compactMap { $0.named[name] })
  }

  /// Takes in a change.
  package mutating func apply(_ change: FilterChange) {
    var page = pages[change.page.rawValue] ?? OfPage()
    switch change.kind {
    case .keep(let name, let filter):
      if page.named[name] != nil || page.named.count < Self.mostNames { page.named[name] = filter }
    case .forget(let name): page.named[name] = nil
    case .used(let filter):
      page.used.removeAll { $0 == filter }
      page.used = Array(([filter] + page.used).prefix(Self.longestHistory))
    }
    pages[change.page.rawValue] = page
  }
}

/// A change of a person's filters. It is made in the file as it is then, so that two screens lose
/// nothing of each other's.
package struct FilterChange: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case keep(name: String, filter: String)
    case forget(name: String)
    case used(filter: String)
  }

  let page: PageKind
  let kind: Kind

  init(_ kind: Kind, on page: PageKind) {
    self.page = page
    self.kind = kind
  }
}
