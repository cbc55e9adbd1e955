// The Document page in EDIT mode: header fields and a table of lines that are filled in by keys.

import ApplicationRuntime
import Screen
import Workflow

/// An editor of a document's content as a value: input and the engine's answers go in, effects and a
/// picture come out.
///
/// A cell is *resting* until its first key; then it is *edited* until it is left. Leaving takes what
/// was typed, and asks for it to be saved. What cannot be read stays in its cell, marked, and is
/// not part of the content.
///
///     var editor = DocumentEditor(schema: schema, content: content, context: context)
///     for effect in editor.handle(.key(.tab)) { … }
///     frame.draw { editor.render(into: &$0) }
package struct DocumentEditor: Hashable, Sendable {
  /// How many changes can be undone.
  static let undoLimit = 200

  let headerFields: [Field]
  let lineFields: [Field]
  /// The line field that divides an amount; nil for a type without one.
  let itemsField: Field?
  private let calculatedFields: [String]
  private let calculatedLineFields: [String]
  private let totalField: String?
  var context: EditorContext
  var sheet: EditorSheet
  var focus: EditorFocus = .action(0)
  var edit: CellEdit?

  /// The line that the cursor was on last; the table shows it while the cursor is elsewhere.
  var lastLine = 0

  /// The size of the canvas, to know what the mouse points at.
  var size = Size.zero
  var undoSteps: [EditorStep] = []

  /// The content as the store has it.
  var stored: DocumentContent

  /// The content as it was last given to be saved; nil when that failed.
  var sent: DocumentContent?

  /// What was given to be saved and has not been answered, the oldest first.
  var unanswered: [DocumentContent] = []
  var calculated = Record()

  /// Whether ^S was answered with the cells that cannot be read; a second one leaves without them.
  var hasWarnedOfUnread = false

  package internal(set) var findings: [DocumentFinding] = []
  package internal(set) var savedAt: Timestamp?
  package internal(set) var saveError: String?

  /// An editor of this content.
  ///
  /// - Parameter isNew: whether nobody has worked on the document yet. Then the person's previous
  ///   header values are filled in.
  package init(
    schema: DocumentSchema, content: DocumentContent, context: EditorContext, isNew: Bool = false
  ) {
    self.context = context
    headerFields = schema.fields.filter { !$0.isCalculated }
    itemsField = schema.lineFields.first { ItemsSchema($0) != nil }
    lineFields = EditorColumns.ordered(schema.lineFields).filter { ItemsSchema($0) == nil }
    calculatedFields = schema.fields.filter(\.isCalculated).map(\.name)
    calculatedLineFields = schema.lineFields.filter(\.isCalculated).map(\.name)
    let amounts = schema.fields.filter { $0.isCalculated && $0.type == .money }
    totalField = amounts.first { $0.name == "total" }?.name ?? amounts.first?.name
    sheet = EditorSheet(content)
    stored = content
    stored = entered(in: content)
    sent = stored
    if isNew {
      for field in headerFields where sheet.header.values[field.name].isNone {
        sheet.header.values[field.name] = context.previous[field.name]
      }
    }
    focus = firstNeed ?? newLine ?? stops.first ?? .action(0)
    lastLine = focus.line ?? 0
  }

  var reader: EntryReader { EntryReader(context: context, lineFields: lineFields) }

  /// What was entered, without calculated fields; a text that is being typed is not part of it yet.
  package var content: DocumentContent { entered(in: sheet.content) }

  /// A content without what its type calculates: that follows from the rest and is no change.
  func entered(in content: DocumentContent) -> DocumentContent {
    var result = content
    for name in calculatedFields { result.fields[name] = .none }
    for line in result.lines.indices {
      for name in calculatedLineFields { result.lines[line][name] = .none }
    }
    return result
  }

  /// Whether there is something that the store does not have.
  package var modified: Bool { content != stored || edit?.isChanged == true }

  /// The document's total as it was last calculated.
  package var total: Money? { totalField.flatMap { calculated[$0].money } }

  /// The place under the cursor; nil on a button.
  var place: EditorPlace? {
    switch focus {
    case .field(let index):
      headerFields.indices.contains(index) ? .field(headerFields[index].name) : nil
    case .cell(let line, let column):
      lineFields.indices.contains(column) ? .cell(line: line, field: lineFields[column].name) : nil
    case .action: nil
    }
  }

  /// What the schema says of a place.
  func field(at place: EditorPlace) -> Field? {
    switch place {
    case .field(let name): headerFields.first { $0.name == name }
    case .cell(_, let name): lineFields.first { $0.name == name }
    }
  }

  /// What is offered, dimmed, for an empty cell of a line: it counts only when a key takes it.
  func proposal(at place: EditorPlace) -> Value {
    guard let line = place.line, let field = field(at: place), reader.isEditable(field),
      !sheet.record(at: place).holds(field.name)
    else { return .none }
    if field.type == .day, field.name == lineFields.first(where: { $0.type == .day })?.name {
      return .day(reference(at: place))
    }
    let values = sheet.record(at: place).values
    if field.type == .money, let rest = rest(without: line) { return .money(rest) }
    for habit in context.habits where !habit.usual[field.name].isNone {
      guard let brought = values[habit.field].text, line <= sheet.lines.count else { continue }
      if CompletionList.folded(brought) == CompletionList.folded(habit.value) {
        return habit.usual[field.name]
      }
    }
    return .none
  }

  /// What dates at a place count from: the date of the line above, or today.
  func reference(at place: EditorPlace) -> Day {
    guard let line = place.line else { return context.today }
    for above in sheet.lines.prefix(max(0, line)).reversed() {
      if let day = above.values[place.name].day { return day }
    }
    return context.today
  }

  /// Changes what has been entered, so that it can be undone.
  mutating func change(_ body: (inout EditorSheet) -> Void) {
    let step = EditorStep(sheet: sheet, focus: focus)
    body(&sheet)
    guard sheet != step.sheet else { return }
    hasWarnedOfUnread = false
    undoSteps.append(step)
    if undoSteps.count > Self.undoLimit { undoSteps.removeFirst() }
  }

  /// Sets what a place holds.
  mutating func put(_ value: Value, unread: String? = nil, at place: EditorPlace) {
    let calculated = place.line == nil ? [] : calculatedLineFields
    change { $0.put(value, unread: unread, at: place, voiding: calculated) }
  }

  /// Takes what is offered at a place.
  mutating func take(offered value: Value, at place: EditorPlace) {
    let calculated = place.line == nil ? [] : calculatedLineFields
    change { $0.take(offered: value, at: place, voiding: calculated) }
  }

  /// Asks for saving when there is something new.
  mutating func saving() -> [EditorEffect] {
    let content = content
    guard content != sent else { return [] }
    sent = content
    unanswered = unanswered.suffix(Self.undoLimit) + [content]
    return [.save(content)]
  }
}
