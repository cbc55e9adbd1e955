// How the page of people shares its rows.

import Screen

struct PeopleLayout: Hashable, Sendable {
  let delegations: Rect
  let divider: Rect
  let header: Rect
  let people: Rect

  var lists: StackedPanes { StackedPanes(upper: delegations, lower: people) }

  /// Delegations get what they need, up to half of the room.
  init(layout: PageLayout, delegations count: Int) {
    let share = min(max(1, count), max(1, (layout.rows.rows - 2) / 2))
    let parts = layout.rows.splitRows([.fixed(share), .fixed(1), .fixed(1), .flexible()])
    delegations = parts[0]
    divider = parts[1]
    header = parts[2]
    people = parts[3]
  }
}
