// Lines that came back alone, while the rest of their document stays locked (SPEC 4).

import Workflow
import WorkflowRuntime

extension StoredDocument {
  /// The lines that this person is asked to change, by their numbers from 1.
  func lines(editableBy person: PersonID) -> [Int] {
    editableLines.filter { $0.value == person }.keys.sorted()
  }
}
