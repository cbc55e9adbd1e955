// Enter on a box of the system: the rows behind it.

import ApplicationRuntime
import Screen
import WorkflowRuntime

extension InterfaceState {
  /// Whether Enter shows something for the selected box.
  var boxAvailability: Availability {
    switch page.system?.box {
    case .batchJob:
      return setup.table.action(.jobSettings, in: .system)?.availability(self) ?? .absent
    case .store:
      return viewer.isAdministrator ? .on : .off("only an administrator sees all instances")
    case .runtime:
      return page.system?.way == nil ? .off("nothing was handled yet") : .on
    case .api, .queue, .handlers: return .on
    case nil: return .absent
    }
  }

  mutating func openBox() -> [Effect] {
    guard let system = page.system else { return [] }
    switch system.box {
    case .api: return pushQueue("poster:people")
    case .queue: return pushQueue("")
    case .handlers:
      let rows = system.handlerRows
      guard rows.indices.contains(system.handler) else { return [] }
      return pushQueue("type:" + rows[system.handler].rawValue)
    case .batchJob:
      openSettings()
      return []
    case .runtime:
      guard let message = system.way?.message else { return [] }
      return push(
        .instance(InstancePage(id: message.instance, element: message.payload.element)))
    case .store: return push(Page.fresh(.instances))
    }
  }

  private mutating func pushQueue(_ filter: String) -> [Effect] {
    var queue = QueuePage()
    // Setting the list gives both of its panes the filter.
    queue.list.set(filter: RowFilter(filter))
    return push(.queue(queue))
  }
}
