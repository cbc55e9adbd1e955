// What moves under the cursor by itself: a verb must never mean a row that nobody chose.

import WorkflowRuntime

extension InterfaceState {
  /// Where the cursor is: on which page, and on which row.
  struct Cursor: Hashable {
    let depth: Int
    let kind: PageKind
    let row: String?
    let readings: [Reading]
  }

  var cursor: Cursor {
    Cursor(
      depth: pages.count, kind: page.kind, row: page.list?.selection,
      readings: page.content.readings)
  }

  /// Answered rows whose time is over go as soon as the cursor is elsewhere.
  mutating func letGo() -> [Effect] {
    let selected = page.inbox?.selected?.item.id
    let left = Set(answered.filter { $0.value.isOver && $0.key != selected }.keys)
    guard !left.isEmpty else { return [] }
    for item in left { answered[item] = nil }
    page.inbox?.drop(left)
    rowsAreStale = true
    return readAll()
  }

  /// Notes that the selected row went without anybody's doing, and another one has the cursor.
  mutating func noteStraying(from before: Cursor, by event: InterfaceEvent) {
    switch event {
    case .input:
      if page.list?.selection != strayed { strayed = nil }
      // Somebody asked for other rows: what comes then comes by that.
      if page.content.readings != before.readings { isAppearing = true }
      return
    case .read(let reading, _, _) where isAppearing && page.content.readings.contains(reading):
      // What a page shows first is seen first.
      isAppearing = false
      return
    default: break
    }
    let now = cursor
    guard let former = before.row, let row = now.row, former != row, before.kind == now.kind,
      before.depth == now.depth, !isAppearing,
      page.list?.visible.contains(where: { $0.id == former }) == false
    else { return }
    strayed = row
  }

  /// Why an action is not carried out this time; asked once, since then the row has been seen.
  mutating func refusal(of action: PageAction) -> String? {
    guard let strayed, strayed == page.list?.selection else { return nil }
    self.strayed = nil
    guard action.meansSelection, page.list?.markedRows.isEmpty == true else { return nil }
    let name = selectedID ?? "this row"
    return "The row before is gone, and \(name) has come under the cursor. Once more means it."
  }
}

extension PageAction {
  /// Whether it does something to the selected row at once or after a question.
  fileprivate var meansSelection: Bool {
    if danger != .none { return true }
    switch name {
    case .delegate, .move, .reassign, .comment, .submit, .duplicate, .markRead, .tryNow, .resume,
      .migrate, .skip:
      return true
    default: return false
    }
  }
}
