// The log of what was told, the newest first.

import ApplicationRuntime
import Foundation
import Screen
import Workflow

/// Page 0.
package struct MessagesPage: Sendable {
  static let columns = [
    Column("", .fixed(1)),
    Column("Time", .fixed(11), least: 8),
    Column("Message", .flexible(minimum: 30)),
    Column("Times", .fixed(5), priority: 1, alignment: .right),
  ]
  static let filterFields = ["kind", "time", "message", "times"]

  package var list = ListState(columns: columns)
  package internal(set) var entries: [LogEntry] = []

  var selected: LogEntry? {
    entries.first { String($0.number) == list.selection }
  }

  mutating func refresh(_ context: PageContext) {
    let isAtTop = list.selectedIndex == 0
    entries = context.log.entries.reversed()
    let rows = entries.map { Self.listRow($0, context) }
    list.fitColumns(to: rows)
    list.replace(rows, calendar: context.calendar)
    // Who looks at the newest goes on seeing it.
    if isAtTop { list.select(index: 0) }
  }

  private static func listRow(_ entry: LogEntry, _ context: PageContext) -> ListRow {
    let (sign, style) = look(of: entry)
    let isMarked = !entry.isSeen
    return ListRow(
      id: String(entry.number),
      cells: [
        ListCell(sign, style, order: .text(word(of: entry.kind))),
        ListCell(
          time(of: entry, context), .dim, order: .number(Double(entry.at.microseconds)),
          isTimed: true),
        ListCell(
          entry.text,
          entry.kind == .error ? (isMarked ? .danger.bold() : .danger) : .normal),
        ListCell(
          entry.count > 1 ? "\(entry.count)" : "", .dim, order: .number(Double(entry.count))),
      ],
      filter: FilterRow(
        texts: [entry.text, word(of: entry.kind)],
        fields: [
          "kind": .text(word(of: entry.kind)), "time": .time(entry.at),
          "message": .text(entry.text), "times": .number(Decimal(entry.count)),
        ]))
  }

  /// `14:02:11` today, else with its day.
  static func time(of entry: LogEntry, _ context: PageContext) -> String {
    let isToday = context.clock.day(of: entry.at) == context.clock.day(of: context.now)
    return isToday
      ? context.clock.seconds(entry.at) : context.clock.moment(entry.at, now: context.now)
  }

  static func look(of entry: LogEntry) -> (sign: String, style: Style) {
    switch entry.kind {
    case .done: ("✓", .good)
    case .note: ("·", .normal)
    case .error: ("!", entry.isSeen ? .dim : .danger)
    }
  }

  static func word(of kind: Toast.Kind) -> String {
    switch kind {
    case .done: "done"
    case .note: "note"
    case .error: "error"
    }
  }
}
