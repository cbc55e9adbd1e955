// The system page: from box to box, and the rows behind one.

import Screen

extension ActionTable {
  static let systemActions: [PageAction] = [
    PageAction(
      .system, "4", "system", "Goes to the system: the architecture at work.",
      in: PageKind.verbs
    ) { $0.go(to: .system) },
    PageAction(
      .open, "Enter", "its rows", "Shows what is behind the selected box.", in: [.system],
      footer: 80, when: { $0.boxAvailability },
      perform: { $0.openBox() }),
    PageAction(
      .nextPane, "Tab", "box", "Goes to the next box.", in: [.system], footer: 70
    ) {
      $0.page.system?.nextBox(1)
      return []
    },
    PageAction(
      .previousPane, "S-Tab", "box before", "Goes to the box before.", in: [.system]
    ) {
      $0.page.system?.nextBox(-1)
      return []
    },
    PageAction(
      .left, "Left h", "left", "Goes to the box at the left.", in: [.system]
    ) {
      $0.page.system?.move(Diagram.Heading.left)
      return []
    },
    PageAction(
      .right, "Right l", "right", "Goes to the box at the right.", in: [.system]
    ) {
      $0.page.system?.move(Diagram.Heading.right)
      return []
    },
  ]
}
