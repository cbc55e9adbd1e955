// The pages, as contexts of keys.

/// Where a key means something. EDIT is a context of its own: printable keys are text there.
package enum PageKind: String, Hashable, Sendable, CaseIterable {
  case inbox, reports, queue, system, instances, document, instance, workflows, workflow, simulation
  case edit

  package var title: String { rawValue.capitalizedFirst }

  /// Pages of a list.
  static let lists: Set<PageKind> = [.inbox, .reports, .queue, .instances, .workflows]
  /// Everything where letters are verbs.
  static let verbs: Set<PageKind> = Set(allCases).subtracting([.edit])
  /// Where work items are answered.
  static let answers: Set<PageKind> = [.inbox, .document, .instance]
}
