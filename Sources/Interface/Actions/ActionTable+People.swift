// Who acts for whom.

import Screen

extension ActionTable {
  static let peopleActions: [PageAction] = [
    PageAction(
      .new, "n", "new delegation", "Lets somebody act for me in new work items.", in: [.people],
      footer: 10,
      when: { $0.setup.isReadOnly ? .off("this is a read-only session") : .on },
      perform: { $0.beginDelegation() }),
    PageAction(
      .edit, "e", "edit", "Changes the selected delegation.", in: [.people], footer: 11,
      when: { $0.canChangeDelegation }, perform: { $0.editDelegation() }),
    PageAction(
      .delete, "x", "remove", "Removes the selected delegation; u keeps it for some seconds.",
      in: [.people], danger: .undoable, footer: 12, when: { $0.canChangeDelegation },
      perform: { $0.removeDelegation() }),
  ]
}
