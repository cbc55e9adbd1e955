// The pages, as contexts of keys.

/// Where a key means something. EDIT is a context of its own: printable keys are text there.
package enum PageKind: String, Hashable, Sendable, CaseIterable {
  case inbox, reports, queue, system, instances, document, instance, workflows, workflow, simulation
  case notifications, preferences, people, person, statistics, messages
  case edit
  /// What lies over a page takes all keys: a field of a dialog, its buttons, a list to choose from,
  /// a text to read, the filter's line, a month, a folder.
  case dialog, buttons, chooser, reading, filter, calendar, files

  package var title: String {
    switch self {
    case .dialog: "In the fields of a dialog"
    case .buttons: "On the buttons of a dialog"
    case .chooser: "In lists to choose from"
    case .reading: "In texts to read"
    case .filter: "In the filter"
    case .calendar: "In the calendar"
    case .files: "In a folder"
    default: rawValue.capitalizedFirst
    }
  }

  /// Pages of a list.
  static let lists: Set<PageKind> = [
    .inbox, .reports, .queue, .instances, .workflows, .notifications, .people, .statistics,
    .messages,
  ]
  /// Whose rows can be filtered.
  static let filtered: Set<PageKind> = lists.union([.preferences])
  /// Whose rows are about no document.
  static let withoutDocuments: Set<PageKind> = [
    .preferences, .people, .person, .statistics, .messages, .workflows, .workflow,
  ]
  /// What only administrators are shown.
  static let administrators: Set<PageKind> = [.instances, .statistics]
  /// Lists with panes, or views, that Tab goes through.
  static let panes: Set<PageKind> = [
    .reports, .queue, .instances, .notifications, .people, .statistics,
  ]
  /// Lists whose rows can be marked.
  static let marked: Set<PageKind> = [
    .inbox, .reports, .queue, .instances, .notifications,
  ]
  /// Everything where letters are verbs.
  static let verbs: Set<PageKind> = Set(allCases).subtracting(overPages + [.edit])
  /// What lies over a page.
  static let overPages: [PageKind] = [
    .dialog, .buttons, .chooser, .reading, .filter, .calendar, .files,
  ]
  /// Where printable keys are text.
  static let typing: Set<PageKind> = [.edit, .dialog, .chooser, .filter, .files]
  /// Where work items are answered.
  static let answers: Set<PageKind> = [.inbox, .document, .instance]
}
