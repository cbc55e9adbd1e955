// An instance as it was: back and forth through its saved points.

import ApplicationRuntime
import Screen

extension ActionTable {
  static let instanceActions: [PageAction] = [
    look(.pointBack, .back, "[", "back", "Shows the saved point before.", footer: 62),
    look(.pointForward, .forward, "]", "forward", "Shows the next saved point.", footer: 63),
    look(.firstPoint, .first, "{", "first", "Shows the first saved point.", footer: 64),
    look(.live, .live, "}", "live", "Shows what is now, as it goes on.", footer: 65),
    PageAction(
      .open, "Enter", "into",
      "Goes into an instance that the element started, or back to the one that started it.",
      in: [.instance], footer: 67, when: { $0.openingOfInstance },
      perform: { $0.openChild() }),
    PageAction(
      .migrate, "", "migrate", "Moves waiting instances to another version of their workflow.",
      in: [.instances, .instance], danger: .asksFirst, when: { $0.intervention(.migrate) },
      perform: { $0.migrateInstances() }),
    PageAction(
      .skip, "", "skip", "Passes the element where a stopped instance stands.",
      in: [.instances, .instance], danger: .asksFirst, when: { $0.intervention(.skip) },
      perform: { $0.skipElements() }),
    PageAction(
      .nextPane, "Tab", "pane", "Goes to the other pane.", in: [.instance], footer: 66
    ) { $0.switchPane(by: 1) },
    PageAction(
      .previousPane, "S-Tab", "pane before", "Goes to the other pane.", in: [.instance]
    ) { $0.switchPane(by: -1) },
  ]

  private static func look(
    _ name: ActionName, _ step: InstancePage.PointStep, _ key: String, _ label: String,
    _ help: String, footer: Int
  ) -> PageAction {
    PageAction(
      name, key, label, help, in: [.instance], footer: footer,
      when: { $0.availability(of: step) },
      perform: { $0.look(step) })
  }
}
