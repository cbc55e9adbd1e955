// What the page of people reads of the organisation.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// One person of the list.
package struct PersonEntry: Hashable, Sendable {
  package let row: PersonRow
  /// How many items wait for the person; nil for whom that is not to be seen.
  package let openItems: Int?

  package init(row: PersonRow, openItems: Int?) {
    self.row = row
    self.openItems = openItems
  }

  var id: PersonID { row.person.id }

  /// `10000.00 EUR`, or one for each type of document.
  var signingLimit: String {
    switch row.person.attributes["signing-limit"] {
    case .none: ""
    case .record(let byType): "by type: " + byType.keys.joined(separator: ", ")
    case let value: value.display
    }
  }
}

/// One person in full.
package struct PersonDetail: Sendable {
  package let row: PersonRow
  /// From the person's own up to the top.
  package let managers: [Person]
  /// Rules from and to the person; nil for whom they are not to be seen.
  package let delegations: [DelegationRow]?
  /// What waits for the person; nil for whom that is not to be seen.
  package let items: Window<InboxRow>?

  package init(
    row: PersonRow, managers: [Person], delegations: [DelegationRow]?, items: Window<InboxRow>?
  ) {
    self.row = row
    self.managers = managers
    self.delegations = delegations
    self.items = items
  }
}
