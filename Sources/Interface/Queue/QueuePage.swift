// The message queue, live: what is pending above, what was handled below.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// Page 3.
package struct QueuePage: Sendable {
  enum Pane: Hashable, Sendable { case pending, handled }

  static let columns = [
    Column("No", .fixed(12), least: 4),
    Column("State", .fixed(9), least: 7),
    Column("Type", .flexible(minimum: 26), maximum: 36, least: 26),
    Column("Document", .fixed(14), priority: 1, least: 9),
    Column("Age", .fixed(7), priority: 2, least: 6),
    Column("Try", .fixed(3), priority: 4, alignment: .right),
    Column("Error/took", .flexible(minimum: 8, weight: 3), priority: 3),
  ]
  private static let fields = ["number", "state", "type", "document", "age", "try", "error"]

  var pendingRead = ListExcerpt<Message>(fields: fields)
  var handledRead = ListExcerpt<Message>(fields: fields)
  package var pendingList = ListState(columns: columns)
  package var handledList = ListState(columns: columns)
  var pane = Pane.pending

  /// The list that has the focus.
  package var list: ListState {
    get { pane == .pending ? pendingList : handledList }
    set {
      if pane == .pending { pendingList = newValue } else { handledList = newValue }
      // A filter is one for both.
      pendingList.set(filter: newValue.filter)
      handledList.set(filter: newValue.filter)
    }
  }

  package var pending: [Message] { pendingRead.rows }
  package var handled: [Message] { handledRead.rows }
  var isLoaded: Bool { pendingRead.isLoaded }

  var selected: Message? { (pane == .pending ? pendingRead : handledRead).row(list.selection) }

  mutating func follow() {
    pendingRead.follow(&pendingList)
    handledRead.follow(&handledList)
  }

  /// The marked messages of the list that has the focus, in their order.
  var markedMessages: [Message] {
    let read = pane == .pending ? pendingRead : handledRead
    return list.markedRows.compactMap { read.row($0.id) }
  }

  mutating func unmark(messagesOf instance: InstanceID) {
    for message in pending where message.instance == instance {
      pendingList.unmark(String(message.sequence))
    }
  }

  /// What is not looked at shows the newest.
  mutating func gather() {
    pendingRead.gather(around: pendingList)
    if pane == .handled {
      handledRead.gather(around: handledList)
    } else {
      handledRead.gatherFirst()
    }
  }

  mutating func refresh(_ context: PageContext) {
    let pendingRows = pending.map { Self.listRow($0, context) }
    let handledRows = handled.map { Self.listRow($0, context) }
    // A selected message that was handled in the meantime keeps the selection, in the other pane.
    if pane == .pending, let id = pendingList.selection,
      !pendingRows.contains(where: { $0.id == id }), handledRows.contains(where: { $0.id == id })
    {
      handledList.selection = id
      pane = .handled
    }
    // Both lists stand below the same titles.
    pendingList.fitColumns(to: pendingRows + handledRows)
    handledList.fitColumns(to: pendingRows + handledRows)
    pendingList.replace(pendingRows, calendar: context.calendar, reach: pendingRead.reach)
    handledList.replace(handledRows, calendar: context.calendar, reach: handledRead.reach)
    // Not looked at: it shows the newest.
    if pane == .pending, handledList.awaitedSelection == nil { handledList.select(index: 0) }
    if pane == .pending, pendingList.visible.isEmpty, !handledList.visible.isEmpty {
      pane = .handled
    } else if pane == .handled, handledList.visible.isEmpty {
      pane = .pending
    }
  }

  /// Selects a message as soon as it is read in its new state: the one that a step handled.
  mutating func follow(_ message: Message) {
    let id = String(message.sequence)
    if message.state.isPending {
      pane = .pending
      pendingList.awaitedSelection = id
    } else if handledList.visible.isEmpty {
      handledList.awaitedSelection = id
    } else {
      pane = .handled
      handledList.awaitedSelection = id
    }
  }

  /// Down from the last pending message leads to the first handled one, and back.
  mutating func move(by distance: Int) {
    let index = list.selectedIndex ?? 0
    if pane == .pending, distance > 0, index + 1 >= pendingList.visible.count,
      !pendingList.hasAfter, !handledList.visible.isEmpty
    {
      pane = .handled
      handledList.select(index: 0)
    } else if pane == .handled, distance < 0, index == 0, !handledList.hasBefore,
      !pendingList.visible.isEmpty
    {
      pane = .pending
      pendingList.select(index: pendingList.visible.count - 1)
    } else {
      list.move(by: distance)
    }
  }

  mutating func switchPane() {
    let other: Pane = pane == .pending ? .handled : .pending
    let rows = other == .pending ? pendingList.visible : handledList.visible
    if !rows.isEmpty { pane = other }
  }

  private static func listRow(_ message: Message, _ context: PageContext) -> ListRow {
    ListRow(
      id: String(message.sequence),
      cells: [
        ListCell(String(message.sequence), order: .number(Double(message.sequence))),
        ListCell(message.state.rawValue, style(of: message.state)),
        ListCell(Self.type(of: message)),
        ListCell(message.document.rawValue),
        age(of: message, context),
        ListCell(String(message.attempts), order: .number(Double(message.attempts))),
        remark(on: message, context),
      ], filter: message.filterRow)
  }

  /// A limit says which one it is: `timerDue (reminder)`.
  private static func type(of message: Message) -> String {
    let timer = message.payload.timer.map { " (\($0.kind.word))" } ?? ""
    return message.type.rawValue + timer
  }

  private static func age(of message: Message, _ context: PageContext) -> ListCell {
    let order = ListCell.Order.number(Double(message.runnableAt.microseconds))
    let text =
      if let handledAt = message.handledAt {
        Age.coarse(context.now.duration(since: handledAt))
      } else if message.runnableAt > context.now {
        "in " + Age.coarse(message.runnableAt.duration(since: context.now))
      } else {
        Age.coarse(context.now.duration(since: message.postedAt))
      }
    return ListCell(text, .dim, order: order, isTimed: true)
  }

  private static func remark(on message: Message, _ context: PageContext) -> ListCell {
    if let error = message.error {
      let cause = Cause.text(of: error, document: message.document)
      return ListCell(cause, message.state == .stopped ? .danger : .warning)
    }
    if let until = message.payload.answer?.takesEffectAt, message.state.isPending,
      until > context.now
    {
      return ListCell("undo " + Age.coarse(until.duration(since: context.now)), .dim, isTimed: true)
    }
    if let handledAt = message.handledAt, let startedAt = message.startedAt {
      return ListCell(Age.text(handledAt.duration(since: startedAt)), .dim, exported: "")
    }
    return ListCell("")
  }

  static func style(of state: MessageState) -> Style {
    switch state {
    case .ready: .accent
    case .waiting: .normal
    case .running: .emphasis
    case .stopped: .danger
    case .handled: .good
    case .discarded: .dim
    }
  }
}
