// What I want to be told, and by which way: a form of one row for each kind.

import ApplicationRuntime
import Screen
import Workflow

/// The preferences behind `e` on the notifications.
package struct PreferencesPage: Sendable {
  /// Event and sentence stand before the transports.
  static let leading = 2

  package internal(set) var rows: [NotificationPreferenceRow] = []
  package var list = ListState(columns: Self.columns(of: []))
  /// Those that there are here.
  var transports: [NotificationTransport] = []
  /// The transport under the cursor.
  var column = 0
  var isLoaded = false

  private static func columns(of transports: [NotificationTransport]) -> [Column] {
    [
      Column("Of", .fixed(17), least: 8),
      Column("", .flexible(minimum: 12), priority: 1, maximum: 60),
    ] + transports.map { Column($0.word.capitalizedFirst, .fixed(9)) }
  }

  /// The choice under the cursor.
  var selected: NotificationPreferenceRow? {
    guard transports.indices.contains(column) else { return nil }
    return rows.first {
      $0.event.rawValue == list.selection && $0.transport == transports[column]
    }
  }

  mutating func take(_ rows: [NotificationPreferenceRow]) {
    self.rows = rows
    isLoaded = true
    let transports = NotificationTransport.allCases.filter { transport in
      rows.contains { $0.transport == transport }
    }
    guard transports != self.transports else { return }
    self.transports = transports
    column = min(column, max(0, transports.count - 1))
    list = ListState(columns: Self.columns(of: transports))
  }

  mutating func moveColumn(by distance: Int) {
    column = min(max(0, column + distance), max(0, transports.count - 1))
  }

  mutating func refresh(_ context: PageContext) {
    let listRows = NotificationEvent.allCases.compactMap { event in
      let choices = rows.filter { $0.event == event }
      return choices.isEmpty ? nil : listRow(event, choices)
    }
    list.fitColumns(to: listRows)
    list.replace(listRows, calendar: context.calendar)
  }

  private func listRow(
    _ event: NotificationEvent, _ choices: [NotificationPreferenceRow]
  ) -> ListRow {
    let cells = transports.map { transport in
      guard let choice = choices.first(where: { $0.transport == transport }) else {
        return ListCell("–", .dim)
      }
      let sign = choice.isOn ? "● on" : "○ off"
      return choice.isChosen
        ? ListCell(sign, choice.isOn ? .good : .warning) : ListCell(sign + " ·", .dim)
    }
    return ListRow(
      id: event.rawValue,
      cells: [ListCell(spelledOut(event.rawValue)), ListCell(event.sentence, .dim)] + cells,
      filter: FilterRow(texts: [event.rawValue, event.sentence], fields: [:]))
  }
}
