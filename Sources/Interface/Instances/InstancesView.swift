// The line of statuses above the list of instances.

import Screen
import WorkflowRuntime

struct InstancesView {
  let page: InstancesPage

  func drawStatuses(in canvas: inout Canvas) {
    var text = StyledText("Tab: ", .dim)
    for (index, status) in InstancesPage.statuses.enumerated() {
      if index > 0 { text.append(" · ", .dim) }
      let isShown = status == page.status
      text.append(status?.rawValue ?? "all", isShown ? .emphasis.underlined() : .dim)
    }
    canvas.write(text, column: 1, row: 0, width: max(0, canvas.columns - 2))
  }
}
