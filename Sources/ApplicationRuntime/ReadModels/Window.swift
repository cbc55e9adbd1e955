// A window of a list.

import Workflow
import WorkflowRuntime

/// A window of a list, and where the next one begins.
public struct Window<Row: Hashable & Sendable>: Hashable, Sendable {
  public let rows: [Row]
  /// Given back as `after`, it continues here; nil at the end.
  public let next: String?
  /// Where it lies in its list, for windows that were asked for by their place.
  public let extent: ListExtent?

  public init(rows: [Row], next: String?, extent: ListExtent? = nil) {
    self.rows = rows
    self.next = next
    self.extent = extent
  }
}
