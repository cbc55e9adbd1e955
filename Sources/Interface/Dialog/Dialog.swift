// A question that must be answered before anything else.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// A dialog: what it asks, what is typed in it, and what its buttons do.
package struct Dialog: Sendable {
  /// What happens when it is confirmed.
  enum Purpose: Sendable {
    case act([ActionRequest], names: [String], work: Action)
    case settings(BatchJobSettings)
    case conflict(theirs: DocumentContent)
    case receipt(line: Int)
  }

  struct Field: Sendable {
    let label: String
    var area: TextArea
    let isRequired: Bool
  }

  struct Button: Hashable, Sendable {
    enum Role: Hashable, Sendable { case confirm, alternative, cancel }

    let label: String
    let role: Role
  }

  let title: String
  let lines: [String]
  var fields: [Field]
  let buttons: [Button]
  let isDangerous: Bool
  let purpose: Purpose
  /// Fields first, then buttons.
  var focus: Int
  /// What is missing, after an attempt to confirm.
  var complaint: String?

  init(
    title: String, lines: [String], fields: [Field] = [], confirm: String,
    alternative: String? = nil, isDangerous: Bool = false, purpose: Purpose
  ) {
    self.title = title
    self.lines = lines
    self.fields = fields
    self.isDangerous = isDangerous
    self.purpose = purpose
    var buttons = [Button(label: confirm, role: .confirm)]
    if let alternative { buttons.append(Button(label: alternative, role: .alternative)) }
    let cancel = Button(label: "Cancel", role: .cancel)
    self.buttons = isDangerous ? [cancel] + buttons : buttons + [cancel]
    // With something to type the cursor is there; else on the first button: Cancel where
    // there is danger.
    focus = 0
  }

  var focusedField: Int? { fields.indices.contains(focus) ? focus : nil }
  var focusedButton: Button? {
    let index = focus - fields.count
    return buttons.indices.contains(index) ? buttons[index] : nil
  }

  mutating func moveFocus(by distance: Int) {
    let count = fields.count + buttons.count
    focus = ((focus + distance) % count + count) % count
  }

  /// The first field that must be filled and is not.
  var missing: Field? { fields.first { $0.isRequired && !$0.area.hasWords } }
}
