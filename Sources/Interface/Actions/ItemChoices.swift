// Work items as what can be chosen: one of them, or all.

import Workflow
import WorkflowRuntime

struct ItemChoices {
  let choices: [ChoiceField.Choice]

  init(_ items: [WorkItem], _ context: PageContext) {
    var choices = items.map { item in
      let place = item.step ?? item.element.name
      let names = context.names(of: item)
      return ChoiceField.Choice(
        id: item.id.description, label: item.id.description,
        note: [item.document.rawValue, place, names.isEmpty ? "nobody" : names]
          .joined(separator: ", "))
    }
    if items.count > 1 {
      choices.append(
        ChoiceField.Choice(
          id: items.map(\.id.description).joined(separator: " "),
          label: "all \(items.count)", note: ""))
    }
    self.choices = choices
  }

  /// The work items that an id of ``choices`` stands for.
  static func items(of id: String) -> [WorkItemID] {
    id.split(separator: " ").compactMap { WorkItemID(parsing: String($0)) }
  }
}
