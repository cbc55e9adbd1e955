import Screen
import Workflow

/// What an editor must know beside the document: the day, and what there is to complete from.
package struct EditorContext: Hashable, Sendable {
  package var today: Day

  /// The organisation's; an amount without a currency is in it.
  package var currency: Currency

  /// What fields may be completed to, by their names in the schema, the likeliest first.
  package var suggestions: [String: [Suggestion]]

  /// The people, for fields that name one: the value is the id, the label the name.
  package var people: [Suggestion]
  package var habits: [Habit]

  /// Header values of the person's last document that are carried over.
  package var previous: Record

  /// Fields of header and lines that cannot be changed.
  package var readOnly: Set<String>
  package var actions: [EditorAction]

  /// What stands over the header fields.
  package var title: String

  /// The amount that the lines must come to: the items of a line.
  var whole: Money?

  /// What keys do in EDIT mode.
  var keys = ActionTable.standard.names(in: .edit)

  package init(
    today: Day, currency: Currency, suggestions: [String: [Suggestion]] = [:],
    people: [Suggestion] = [], habits: [Habit] = [], previous: Record = Record(),
    readOnly: Set<String> = [], actions: [EditorAction] = [], title: String = "Report"
  ) {
    self.today = today
    self.currency = currency
    self.suggestions = suggestions
    self.people = people
    self.habits = habits
    self.previous = previous
    self.readOnly = readOnly
    self.actions = actions
    self.title = title
  }
}
