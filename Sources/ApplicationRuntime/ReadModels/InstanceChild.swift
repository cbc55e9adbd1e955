// An instance that an element of another one started.

import Workflow
import WorkflowRuntime

/// A child as its parent's page shows it.
public struct InstanceChild: Hashable, Sendable {
  public let row: InstanceRow
  /// The parent's element that started it.
  public let element: ElementPath
  /// Who is asked in it now.
  public let people: [String]
}

extension InstanceChild {
  /// More children of one instance are not shown.
  private static let limit = 1_000
  /// Of more open ones it is not told who is asked.
  private static let asked = 100

  /// The children of an instance by element and line; of several attempts the last.
  static func all(
    of parent: StoredInstance, _ organization: Organization, _ reading: any StoreReading
  ) throws -> [InstanceChild] {
    struct Place: Hashable {
      let element: ElementPath
      let line: Int
    }
    // The newest come first.
    let started = try reading.instances(InstanceQuery(parent: parent.id, limit: limit))
    var seen: Set<Place> = []
    var asked = 0
    let children = try started.compactMap { child -> InstanceChild? in
      guard let origin = child.parent,
        seen.insert(Place(element: origin.element, line: child.line ?? 0)).inserted
      else { return nil }
      var people: [String] = []
      if child.status.isOpen, asked < Self.asked {
        asked += 1
        people = try reading.workItems(WorkItemQuery(.openOfInstance(child.id), limit: 100))
          .flatMap(\.visibleTo).uniqued().map { organization.name(of: $0) }
      }
      let title = try reading.document(child.document)?.title ?? ""
      return InstanceChild(
        row: InstanceRow(child, title: title), element: origin.element, people: people)
    }
    return children.sorted {
      ($0.element, $0.row.line ?? 0, $0.row.id) < ($1.element, $1.row.line ?? 0, $1.row.id)
    }
  }
}
