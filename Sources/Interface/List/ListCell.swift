// One cell of a list row: what is seen, and what it is sorted by.

import ApplicationRuntime
import Screen

/// The content of one column of a row.
package struct ListCell: Hashable, Sendable {
  /// What a column is sorted by; absent values come last in either direction.
  package typealias Order = ListKey

  package let text: String
  package let style: Style
  package let order: Order
  /// Whether it changes by the clock alone, so that a change is no news.
  package let isTimed: Bool
  /// What stands for it in a file and in words, where the cell shows a sign or something else.
  package let exported: String?
  /// Whether it takes the room of all columns to its right.
  package let spansRest: Bool

  package init(
    _ text: String, _ style: Style = .normal, order: Order? = nil, isTimed: Bool = false,
    spansRest: Bool = false, exported: String? = nil
  ) {
    self.text = text
    self.style = style
    self.order = order ?? .text(text.lowercased())
    self.isTimed = isTimed
    self.spansRest = spansRest
    self.exported = exported
  }
}
