// Who looks at the pages.

import Workflow
import WorkflowRuntime

/// The person for whom the pages are shown.
package struct Viewer: Hashable, Sendable {
  package let actor: Actor
  package let name: String
  package let isAdministrator: Bool

  package init(actor: Actor, name: String, isAdministrator: Bool) {
    self.actor = actor
    self.name = name
    self.isAdministrator = isAdministrator
  }

  package var person: PersonID { actor.person }
}
