// Dialogs and choices, one question after the other.

import ApplicationRuntime
import Screen

extension LinearState {
  // MARK: Dialogs

  /// The dialog, when it is new or complains; then its next question.
  mutating func askDialog() {
    guard let dialog = interface.dialog else { return }
    if asked != dialog.title {
      asked = dialog.title
      say("")
      say(dialog.title)
      for line in dialog.lines { say(line) }
      question = dialog.fields.isEmpty ? .dialogButton : .dialogField(0)
    }
    if let complaint = dialog.complaint {
      say("! " + complaint)
      interface.dialog?.complaint = nil
      question = dialog.focusedField.map { .dialogField($0) } ?? .dialogButton
    }
  }

  private mutating func leaveDialog() -> [Effect] {
    interface.dialog = nil
    asked = nil
    if marksAreOfVerb { interface.page.list?.clearMarks() }
    marksAreOfVerb = false
    say("Nothing was done.")
    return []
  }

  /// Enter keeps what is there; `.back` leaves.
  mutating func answer(_ line: String, inField field: Int) -> [Effect] {
    guard let dialog = interface.dialog, dialog.fields.indices.contains(field) else { return [] }
    switch line.trimmed {
    case ".back":
      guard field > 0 else { return leaveDialog() }
      question = .dialogField(field - 1)
      return []
    case ".edit":
      return interface.edit(dialog.fields[field].area.text) { state, text in
        state.dialog?.fields[field].area.replace(with: text)
        return []
      }
    case "": break
    default:
      if dialog.fields[field].choice == nil {
        interface.dialog?.fields[field].area.replace(with: line.trimmed)
      } else if !find(line.trimmed, inField: field) {
        return []
      }
    }
    if interface.dialog?.fields[field].isRequired == true,
      interface.dialog?.fields[field].isFilled == false
    {
      say("! \(dialog.fields[field].label) is needed; .back leaves.")
      return []
    }
    if let complaint = interface.dialog?.complaint(of: field) {
      say("! " + complaint)
      return []
    }
    if field + 1 < dialog.fields.count {
      question = .dialogField(field + 1)
    } else if dialog.isDangerous || dialog.alternative != nil {
      question = .dialogButton
    } else {
      return interface.confirm()
    }
    return []
  }

  /// Chooses by a part of a name; false, and what there is, where that is not enough.
  private mutating func find(_ text: String, inField field: Int) -> Bool {
    interface.dialog?.fields[field].choice?.find(text)
    guard let choice = interface.dialog?.fields[field].choice, choice.chosen == nil else {
      return true
    }
    let matches = choice.matches
    say(matches.isEmpty ? "None of them has “\(text)” in it." : "Which one?")
    for found in (matches.isEmpty ? choice.choices ?? [] : matches).prefix(Self.mostChoices) {
      say(
        "  " + [found.label, found.id, found.note].filter { !$0.isEmpty }.joined(separator: ", "))
    }
    interface.dialog?.fields[field].choice?.find("")
    return false
  }

  /// `y`, or the name of a button, confirms; Enter goes back.
  mutating func answerButton(_ line: String) -> [Effect] {
    guard let dialog = interface.dialog else { return [] }
    let text = line.trimmed.lowercased()
    let named = dialog.buttons.first { $0.label.lowercased() == text }
    switch named?.role {
    case .confirm?: return interface.confirm()
    case .alternative?: return interface.confirm(alternative: true)
    case .cancel?: return leaveDialog()
    case nil: break
    }
    if text == "y" || text == "yes" { return interface.confirm() }
    if text.isEmpty || text == "n" || text == "no" || text == ".back" { return leaveDialog() }
    say("“\(line.trimmed)” is none of the answers.")
    return []
  }

  // MARK: Overlays

  /// What lies over a page is written and gone; a choice waits for its answer.
  mutating func tellOverlay() {
    guard let overlay = interface.overlay else { return }
    switch overlay {
    case .chooser(let chooser): return ask(chooser)
    case .help: tellVerbs(matching: "")
    case .palette: say("Type the name of what is to be done; ? lists all.")
    case .explanation(let shown):
      say("Why: \(shown.document)")
      let text = ExplanationText(context: interface.context)
      for line in text.lines(shown, width: width) { say(line.plain) }
    case .message(let shown):
      let text = MessageText(message: shown.message, context: interface.context)
      say(text.title.plain)
      for line in text.lines(width: width) { say(line.plain) }
    case .calendar: say("Type the date: 3, 3/3, mon, -1, t for today.")
    case .files, .items: say("That is not asked line by line.")
    case .text(let shown):
      say(shown.title)
      for line in shown.lines { say(line.plain) }
    }
    interface.overlay = nil
    wantsPage = false
    asked = nil
    question = .command
  }

  /// So many choices are written at once; words narrow them down.
  private static let mostChoices = 40

  private mutating func ask(_ chooser: Chooser) {
    question = .choice
    let key = "\(chooser.title) \(chooser.search.text) \(chooser.choices?.count ?? -1)"
    guard asked != key else { return }
    asked = key
    say("")
    say(chooser.title)
    let matches = chooser.matches
    if matches.isEmpty { say("There is none.") }
    for (index, choice) in matches.prefix(Self.mostChoices).enumerated() {
      let parts = [choice.label, choice.id, choice.note].filter { !$0.isEmpty }
      say("\(index + 1). " + parts.joined(separator: ", "))
    }
    let left = matches.count - Self.mostChoices
    if left > 0 { say("\(left) more: type a part of a name.") }
  }

  /// A number takes one, words narrow them down, `.back` leaves.
  mutating func choose(_ line: String) -> [Effect] {
    guard case .chooser(var chooser) = interface.overlay else { return [] }
    let text = line.trimmed
    if text == ".back" || text.isEmpty {
      interface.overlay = nil
      say("Nothing was chosen.")
      return []
    }
    let matches = chooser.matches
    if let number = Int(text), matches.indices.contains(number - 1) {
      return take(matches[number - 1], of: chooser)
    }
    chooser.search.replace(with: text)
    let found = chooser.matches
    if found.count == 1 { return take(found[0], of: chooser) }
    if found.isEmpty {
      say("None has “\(text)” in it.")
      chooser.search.replace(with: "")
    }
    interface.overlay = .chooser(chooser)
    return []
  }

  private mutating func take(_ choice: Chooser.Choice, of chooser: Chooser) -> [Effect] {
    interface.overlay = nil
    wantsPage = true
    return chooser.taken(&interface, choice)
  }

  // MARK: Prompts

  /// What stands before the cursor.
  package var prompt: String {
    let text =
      switch question {
      case .command: "\(interface.page.content.place ?? interface.page.kind.title)> "
      case .dialogField(let field): fieldPrompt(field)
      case .dialogButton: buttonPrompt
      case .choice: "Number, or a part of the name (.back leaves): "
      case .form: formPrompt
      }
    let safe = text.displaySafe
    return glyphs.isASCII ? glyphs.twin(of: safe) : safe
  }

  private func fieldPrompt(_ index: Int) -> String {
    guard let fields = interface.dialog?.fields, fields.indices.contains(index) else { return "> " }
    let field = fields[index]
    if let choice = field.choice {
      let few = choice.choices.map { $0.count <= 12 ? $0.map(\.label) : [] } ?? []
      let chosen = choice.chosen.map { " [\($0.label)]" } ?? ""
      return field.label + (few.isEmpty ? "" : " (" + few.joined(separator: ", ") + ")") + chosen
        + ": "
    }
    let current = field.area.text
    return field.label + (current.isEmpty ? "" : " [\(current.truncated(to: 40))]") + ": "
  }

  private var buttonPrompt: String {
    guard let dialog = interface.dialog else { return "> " }
    let confirm = dialog.buttons.first { $0.role == .confirm }?.label ?? "yes"
    let other = dialog.buttons.first { $0.role == .alternative }.map { ", “\($0.label)”" } ?? ""
    return "y for “\(confirm)”\(other), Enter to go back: "
  }
}
