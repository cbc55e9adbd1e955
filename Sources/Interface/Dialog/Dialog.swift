// A question that must be answered before anything else.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// A dialog: what it asks, what is typed in it, and what its buttons do.
package struct Dialog: Sendable {
  /// What happens when it is confirmed, with the texts of its fields in their order. The dialog is
  /// closed by then; a complaint opens it again with everything that was typed.
  typealias Confirmation =
    @Sendable (inout InterfaceState, _ texts: [String]) throws(Complaint) -> [Effect]

  /// What is wrong with what was typed in a field, in one sentence.
  struct Complaint: Error {
    let text: String
    let field: Int

    init(_ text: String, field: Int = 0) {
      self.text = text
      self.field = field
    }
  }

  struct Field: Sendable {
    let label: String
    var area: TextArea
    let isRequired: Bool
    /// What can be chosen, where nothing else can be written.
    var choice: ChoiceField?
    /// How it is read, where it is a date.
    var day: DayField?

    init(label: String, area: TextArea, isRequired: Bool) {
      self.label = label
      self.area = area
      self.isRequired = isRequired
    }

    /// A date.
    init(label: String, day: DayField, text: String = "", isRequired: Bool = false) {
      self.init(label: label, area: TextArea(text), isRequired: isRequired)
      self.day = day
    }

    /// A field in which one of several is chosen.
    init(label: String, choice: ChoiceField, isRequired: Bool = true) {
      self.label = label
      area = TextArea()
      self.isRequired = isRequired
      self.choice = choice
    }

    /// What it is called in a sentence: the label without what explains it.
    var name: String { label.prefix { $0 != "(" }.trimmed }

    /// What is handed to the confirmation: the text, or the id of what is chosen.
    var value: String { choice.map { $0.chosen?.id ?? "" } ?? area.text }

    var isFilled: Bool { choice.map { $0.chosen != nil } ?? area.hasWords }

    /// Why the dialog cannot be confirmed as it stands.
    var complaint: String? {
      if let choice, choice.isMistyped {
        return "\(label): none of them is “\(choice.search.text)”."
      }
      return isRequired && !isFilled ? "\(label) is needed." : nil
    }
  }

  package struct Button: Hashable, Sendable {
    package enum Role: Hashable, Sendable { case confirm, alternative, cancel }

    package let label: String
    package let role: Role
  }

  let title: String
  let lines: [String]
  var fields: [Field]
  package let buttons: [Button]
  let isDangerous: Bool
  let confirmed: Confirmation
  /// What the other button does.
  let alternative: Confirmation?
  /// Fields first, then buttons.
  var focus: Int
  /// What is missing, after an attempt to confirm.
  var complaint: String?
  /// Esc was pressed over a text that somebody wrote: the next one drops it.
  var isAboutToDrop = false

  init(
    title: String, lines: [String], fields: [Field] = [], confirm: String,
    isDangerous: Bool = false, alternative: (label: String, does: Confirmation)? = nil,
    confirmed: @escaping Confirmation
  ) {
    self.title = title
    self.lines = lines
    self.fields = fields
    self.isDangerous = isDangerous
    self.confirmed = confirmed
    self.alternative = alternative?.does
    var buttons = [
      Button(label: "Back", role: .cancel), Button(label: confirm, role: .confirm),
    ]
    if let alternative { buttons.append(Button(label: alternative.label, role: .alternative)) }
    self.buttons = buttons
    // With something to type the cursor is there; else on the default button.
    focus = 0
    if fields.isEmpty { focus = defaultFocus }
  }

  /// The buttons stand in the same order everywhere. The default is the safe one where there is
  /// danger, else the verb.
  private var defaultFocus: Int { fields.count + (isDangerous ? 0 : 1) }

  package var fieldCount: Int { fields.count }
  var focusedField: Int? { fields.indices.contains(focus) ? focus : nil }
  package var focusedButton: Button? {
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
    if fields[field].area.isMultiline {
      let confirms =
        isDangerous ? KeyHint("Tab", "to the buttons") : KeyHint("Tab Enter", "confirm")
      return [
        KeyHint("Enter", "new line"),
        field == fields.count - 1 ? confirms : KeyHint("Tab", "to the next field"),
        KeyHint("^E", "$EDITOR"), KeyHint("Esc", "back"),
      ]
    }
    let isLast = field == fields.count - 1
    var keys = [KeyHint("Tab", isLast ? "to the buttons" : "to the next field")]
    if fields[field].choice != nil { keys.insert(KeyHint("Up Down", "choose"), at: 0) }
    if fields[field].day != nil { keys.append(KeyHint("^K", "calendar")) }
    return keys + [KeyHint("Esc", "back")]
  }

  /// The first field that keeps it from being confirmed.
  var unfinished: Int? {
    fields.indices.first { complaint(of: $0) != nil }
  }

  /// Why it cannot be confirmed as a field stands.
  func complaint(of field: Int) -> String? {
    fields[field].complaint
      ?? dayComplaint(of: field, isFinal: true).map { "\(fields[field].name): \($0)." }
  }
}
