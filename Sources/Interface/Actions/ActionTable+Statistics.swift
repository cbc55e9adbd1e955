// Which time, and which workflow, the statistics are about.

import Screen

extension ActionTable {
  static let statisticsActions: [PageAction] = [
    period(.periodBefore, -1, "[", "shorter", "Looks at a shorter time.", footer: 11),
    period(.periodAfter, 1, "]", "longer", "Looks at a longer time, at last at all.", footer: 12),
    PageAction(
      .workflowBefore, "Left h", "workflow before", "Counts the workflow before alone.",
      in: [.statistics]
    ) { state in
      state.page.statistics?.moveWorkflow(by: -1)
      return state.readAll()
    },
    PageAction(
      .workflowAfter, "Right l", "workflow", "Counts the next workflow alone; at last all.",
      in: [.statistics], footer: 13
    ) { state in
      state.page.statistics?.moveWorkflow(by: 1)
      return state.readAll()
    },
  ]

  private static func period(
    _ name: ActionName, _ step: Int, _ key: String, _ label: String, _ help: String, footer: Int
  ) -> PageAction {
    PageAction(name, key, label, help, in: [.statistics], footer: footer) { state in
      guard var page = state.page.statistics, page.movePeriod(by: step) else { return [] }
      state.page.statistics = page
      return state.readAll()
    }
  }
}
