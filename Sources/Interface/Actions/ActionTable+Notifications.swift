// Marking as read, and what one wants to be told.

import ApplicationRuntime
import Screen

extension ActionTable {
  static let notificationActions: [PageAction] = [
    PageAction(
      .markRead, "x", "mark read", "Marks the selected one, or all that are marked, as read.",
      in: [.notifications], footer: 10,
      when: { state in
        if state.setup.isReadOnly { return .off("this is a read-only session") }
        let targets = state.page.notifications?.unreadTargets ?? []
        return targets.isEmpty ? .off("it is read already") : .on
      },
      perform: { $0.markRead() }),
    PageAction(
      .preferences, "e", "preferences", "Chooses of what I am told, and by which way.",
      in: [.notifications], footer: 11
    ) { $0.push(.preferences(PreferencesPage())) },
    PageAction(
      .left, "Left h", "left", "Goes to the way at the left.", in: [.preferences]
    ) { state in
      state.page.preferences?.moveColumn(by: -1)
      return []
    },
    PageAction(
      .right, "Right l", "way", "Goes to the way at the right.", in: [.preferences], footer: 11
    ) { state in
      state.page.preferences?.moveColumn(by: 1)
      return []
    },
    PageAction(
      .open, "Enter Space", "on or off", "Turns on or off that I am told in this way.",
      in: [.preferences], footer: 10, when: { $0.canSetNotifications },
      perform: { $0.setNotifications { !$0.isOn } }),
    PageAction(
      .asUsual, "x", "as usual", "Takes my choice back: it is as the organisation says.",
      in: [.preferences], footer: 12,
      when: { state in
        guard let row = state.page.preferences?.selected, row.isChosen else {
          return .off("it is as the organisation says")
        }
        return state.canSetNotifications
      },
      perform: { $0.setNotifications { _ in nil } }),
  ]
}

extension InterfaceState {
  fileprivate var canSetNotifications: Availability {
    if setup.isReadOnly { return .off("this is a read-only session") }
    return page.preferences?.selected == nil ? .off("nothing is selected") : .on
  }

  fileprivate mutating func setNotifications(
    to choice: (NotificationPreferenceRow) -> Bool?
  ) -> [Effect] {
    guard let row = page.preferences?.selected else { return [] }
    return [
      .setNotifications(row.event, row.transport, choice(row), as: viewer.actor)
    ] + read(.preferences)
  }

  fileprivate mutating func markRead() -> [Effect] {
    guard var page = page.notifications else { return [] }
    let targets = page.unreadTargets
    let isBulk = !page.list.marks.isEmpty
    page.readNow.formUnion(targets)
    page.list.clearMarks()
    // One after the other is read by pressing the key again.
    if !isBulk { page.list.move(by: 1) }
    self.page.notifications = page
    rowsAreStale = true
    if isBulk { tell("Read: \(plural(targets.count, "notification")).", kind: .done) }
    return [.markRead(targets, as: viewer.actor)]
  }
}
