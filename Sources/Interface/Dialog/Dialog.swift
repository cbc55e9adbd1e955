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
    case importFile
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
  /// Esc was pressed over a text that somebody wrote: the next one drops it.
  var isAboutToDrop = false

  init(
    title: String, lines: [String], fields: [Field] = [], confirm: String,
    alternative: String? = nil, isDangerous: Bool = false, purpose: Purpose
  ) {
    self.title = title
    self.lines = lines
    self.fields = fields
    self.isDangerous = isDangerous
    self.purpose = purpose
    var buttons = [
      Button(label: "Back", role: .cancel), Button(label: confirm, role: .confirm),
    ]
    if let alternative { buttons.append(Button(label: alternative, role: .alternative)) }
    self.buttons = buttons
    // With something to type the cursor is there; else on the default button.
    focus = 0
    if fields.isEmpty { focus = defaultFocus }
  }

  /// The buttons stand in the same order everywhere. The default is the safe one where there is
  /// danger, else the verb.
  private var defaultFocus: Int { fields.count + (isDangerous ? 0 : 1) }

  var focusedField: Int? { fields.indices.contains(focus) ? focus : nil }
  var focusedButton: Button? {
    let index = focus - fields.count
    return buttons.indices.contains(index) ? buttons[index] : nil
  }

  /// From button to button as they stand.
  mutating func moveFocus(by distance: Int) {
    let count = fields.count + buttons.count
    focus = ((focus + distance) % count + count) % count
  }

  /// Tab: through the fields, to the default button, then to the others.
  mutating func tab(by distance: Int) {
    let standard = defaultFocus
    let others = buttons.indices.map { $0 + fields.count }.filter { $0 != standard }
    let ring = Array(fields.indices) + [standard] + others
    let place = ring.firstIndex(of: focus) ?? 0
    focus = ring[((place + distance) % ring.count + ring.count) % ring.count]
  }

  /// Whether somebody wrote more in it than a word that is quickly typed again.
  var holdsText: Bool { fields.contains { $0.area.isMultiline && $0.area.hasWords } }

  /// The keys that work in it, for its own last line and the footer.
  var keys: [KeyHint] {
    guard let field = focusedField else {
      let confirm = buttons.first { $0.role == .confirm }?.label ?? "yes"
      return [
        KeyHint("Enter", "press"),
        KeyHint("y", confirm.prefix(1).lowercased() + confirm.dropFirst()),
        KeyHint("Esc", "back"),
      ]
    }
    let isLast = field == fields.count - 1
    var keys = [KeyHint("Tab", isLast ? "to the buttons" : "to the next field")]
    if fields[field].area.isMultiline { keys.append(KeyHint("^E", "open $EDITOR")) }
    return keys + [KeyHint("Esc", "back")]
  }

  /// The first field that must be filled and is not.
  var missing: Field? { fields.first { $0.isRequired && !$0.area.hasWords } }
}
