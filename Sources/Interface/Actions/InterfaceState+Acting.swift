// Verbs: from a key to a request, with a dialog in between where one is due.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

extension InterfaceState {
  /// An answer, or another action of the engine, on what is marked or selected.
  mutating func act(_ action: Action) -> [Effect] {
    let targets = targets(of: action)
    guard !targets.isEmpty else {
      tell("Nothing is selected.")
      return []
    }
    if action.namesSomething { return ask(action, targets: targets) }
    // A bulk asks, also when only one of the marked fits.
    let marked = page.list?.markedRows.count ?? 0
    if max(targets.count, marked) > 1 || action.asksFirst {
      return ask(action, targets: targets)
    }
    return perform(action, on: targets, comment: nil)
  }

  /// Opens the dialog of an action; what can be chosen in it is read meanwhile.
  private mutating func ask(_ action: Action, targets: [ActionTarget]) -> [Effect] {
    open(
      choosing: Question(
        action: action, targets: targets, requests: requests(action, targets, comment: nil),
        marked: page.list?.markedRows.count ?? 0, hidden: page.list?.hiddenMarks ?? 0,
        items: items(of: action, targets), context: context
      ).dialog)
  }

  private func requests(
    _ action: Action, _ targets: [ActionTarget], comment: String?
  ) -> [ActionRequest] {
    targets.map {
      ActionRequest(
        action, $0.target, comment: comment,
        undoWindow: action.givesAnswer ? setup.undoWindow : .zero, revision: $0.revision)
    }
  }

  mutating func perform(
    _ action: Action, on targets: [ActionTarget], comment: String?, origin: Work.Origin = .page
  ) -> [Effect] {
    begin(
      action, requests(action, targets, comment: comment), names: targets.map(\.name),
      origin: origin)
  }

  /// Hands requests to the engine. Nothing waits for them: what became of them comes as events.
  mutating func begin(
    _ action: Action, _ requests: [ActionRequest], names: [String], origin: Work.Origin = .page
  ) -> [Effect] {
    let work = Work(
      number: nextWork, action: action, requests: requests, names: names, origin: origin,
      startedAt: uptime)
    works[work.number] = work
    nextWork += 1
    return [.perform(requests, as: viewer.actor, work: work.number)]
  }

  // MARK: Undo

  var canUndo: Availability {
    if setup.isReadOnly { return .off("this is a read-only session") }
    return takeBacks.isEmpty && deletions.isEmpty
      ? .off("nothing can be taken back any more") : .on
  }

  /// `u`: takes back what was done last, a whole bulk included.
  mutating func undo() -> [Effect] {
    if let last = deletions.last, last.at >= (takeBacks.last?.until ?? .zero) {
      let kept = deletions.filter { $0.at == last.at }
      deletions.removeAll { $0.at == last.at }
      rowsAreStale = true
      tell(
        kept.count == 1 ? "Kept \(last.title)." : "Kept all \(kept.count).", kind: .done)
      return []
    }
    guard let last = takeBacks.popLast() else { return [] }
    let requests = last.items.map { ActionRequest(last.reversal, .item($0)) }
    return begin(
      last.reversal, requests, names: last.items.map(\.description), origin: .undo)
  }
}
