// The linear mode: the same pages and actions as lines of text and a prompt.

import ApplicationRuntime
import Screen

/// The pages for a screen reader, a line printer, or a terminal that cannot move its cursor.
///
/// It drives the same ``InterfaceState`` as the screen and never draws: what was typed at the prompt
/// goes in, effects come out, and when all of them are carried out ``present()`` gives the lines to
/// write before the next prompt. Nothing that was written is ever changed.
///
///     var state = LinearState(interface, width: 80, glyphs: .unicode)
///     carryOut(state.start())
///     print(state.present()); print(state.prompt)
///     carryOut(state.update(line: readLine()))
package struct LinearState: Sendable {
  /// What the next line answers.
  enum Question: Hashable, Sendable {
    case command
    case dialogField(Int)
    case dialogButton
    case choice
    case form
  }

  package internal(set) var interface: InterfaceState
  let width: Int
  let glyphs: Glyphs
  var question = Question.command
  /// What is to be written before the next prompt.
  var output: [String] = []
  /// The page as it was written last, to know when it is another one.
  var written = WrittenPage()
  /// Whether the page, or the selected row, is to be written whatever it was before.
  var wantsPage = true
  var wantsSelection = false
  /// Whether more rows were asked for that are to be read first.
  var wantsMore = false
  /// The verb that waits until its row is read.
  var pending: ActionName?
  /// The dialog or choice that was written already.
  var asked: String?
  var form: LinearForm?
  /// What is to be taken of the choice that opens.
  var chosenWords: String?
  /// Whether the rows are marked only for the verb that asks now.
  var marksAreOfVerb = false
  /// What was not written yet of a long list of verbs.
  var rest: [String] = []

  /// - Parameter width: of the terminal, in cells.
  package init(_ interface: InterfaceState, width: Int, glyphs: Glyphs) {
    self.interface = interface
    self.width = min(max(40, width), 400)
    self.glyphs = glyphs
    // The pages are read as a screen of the design size would: a preview goes with each row.
    self.interface.size = Size(columns: 80, rows: 24)
  }

  package var isQuitting: Bool { interface.isQuitting }

  package mutating func start(choosingPerson: Bool = false) -> [Effect] {
    output.append("Type ? for what can be done here, or quit.")
    return interface.start(choosingPerson: choosingPerson)
  }

  /// Takes in what comes from outside.
  package mutating func update(_ event: InterfaceEvent) -> [Effect] {
    let effects = interface.update(event)
    // Dropped input is a matter of keys pressed too early: here each line answers a question.
    interface.shown()
    return effects
  }

  /// Takes in a line that was typed.
  package mutating func update(line: String) -> [Effect] {
    let line = String(line.prefix(TextArea.longest)).filter { $0 == "\t" || !$0.isNewline }
    chosenWords = nil
    let effects: [Effect] =
      switch question {
      case .command: command(line)
      case .dialogField(let field): answer(line, inField: field)
      case .dialogButton: answerButton(line)
      case .choice: choose(line)
      case .form: fill(line)
      }
    interface.shown()
    let all = effects + interface.settled()
    interface.noteTasks(all)
    return all
  }

  /// What to write now that everything asked for is done; ends with what the next line answers.
  package mutating func present() -> String {
    tellToasts()
    if interface.dialog != nil {
      askDialog()
    } else if interface.overlay != nil {
      tellOverlay()
    } else {
      asked = nil
      question = .command
    }
    if question == .command { tellForm() }
    if question == .command { tellPage() }
    let text = output.map { $0 + "\n" }.joined()
    output = []
    return glyphs.isASCII ? glyphs.twin(of: text) : text
  }

  /// One line at a time, safe to be written, and no wider than the terminal.
  mutating func say(_ text: String) {
    output += text.displaySafe.wrapped(to: width)
  }

  private mutating func tellToasts() {
    for toast in interface.toasts {
      let hint = toast.hint.map { " (\($0))" } ?? ""
      let time = toast.takesEffect.map {
        " Takes effect in \(interface.context.secondsLeft(until: $0)) s."
      }
      say((toast.kind == .error ? "Error: " : "") + toast.text + (time ?? "") + hint)
    }
    interface.toasts = []
  }
}
