// How the queue page shares its rows between pending and handled messages.

import Screen

struct QueueLayout: Hashable, Sendable {
  let pending: Rect
  let divider: Rect
  let handled: Rect

  var lists: StackedPanes { StackedPanes(upper: pending, lower: handled) }

  /// Pending messages get what they need, up to most of the room: they are what one waits for.
  init(layout: PageLayout, pending count: Int) {
    let rows = layout.rows.rows
    let share = min(max(1, count), max(1, rows * 3 / 5))
    let parts = layout.rows.splitRows([.fixed(share), .fixed(1), .flexible()])
    pending = parts[0]
    divider = parts[1]
    handled = parts[2]
  }
}
