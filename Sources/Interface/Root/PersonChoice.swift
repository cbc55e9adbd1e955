// One person whom `@` offers.

import Workflow

package struct PersonChoice: Hashable, Sendable {
  package let id: PersonID
  package let name: String
  /// What the person does here: `7 open items, administrator`.
  package let note: String
  package let isAdministrator: Bool

  package init(id: PersonID, name: String, note: String, isAdministrator: Bool) {
    self.id = id
    self.name = name
    self.note = note
    self.isAdministrator = isAdministrator
  }
}
