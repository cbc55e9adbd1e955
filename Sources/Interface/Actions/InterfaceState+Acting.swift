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
    // A bulk asks, also when only one of the marked fits.
    let marked = page.list?.markedRows.count ?? 0
    if needsDialog(action, count: max(targets.count, marked)) {
      open(dialog: question(action, targets: targets))
      return []
    }
    return perform(action, on: targets, comment: nil)
  }

  private func needsDialog(_ action: Action, count: Int) -> Bool {
    if count > 1 || action.requiresComment { return true }
    switch action {
    case .comment, .recall, .cancel, .deny: return true
    default: return false
    }
  }

  private func question(_ action: Action, targets: [ActionTarget]) -> Dialog {
    var lines = targets.prefix(6).map(\.name)
    if targets.count > 6 { lines.append("… and \(targets.count - 6) more") }
    if targets.count > 1 {
      let sum = MoneySum(targets.compactMap(\.amount)).text.map { ", together \($0)" } ?? ""
      lines.insert(plural(targets.count, "item") + sum + ":", at: 0)
    }
    let marked = page.list?.markedRows.count ?? 0
    if marked > targets.count {
      lines.insert("\(targets.count) of \(marked) can be \(action.passive).", at: 0)
    }
    if max(targets.count, marked) > 1 {
      let hidden = page.list?.hiddenMarks ?? 0
      if hidden > 0 { lines.append("\(hidden) marked, hidden by the filter: they stay out.") }
    }
    if let consequence = Self.consequence(of: action) { lines.append(consequence) }
    let isDangerous =
      action == .cancel || action == .deny
      || max(targets.count, page.list?.markedRows.count ?? 0) > 1
    let takesComment = action.requiresComment || action == .comment || action == .recall
    let label = action.requiresComment || action == .comment ? "Comment" : "Comment (optional)"
    let fields =
      takesComment || action == .cancel
      ? [
        Dialog.Field(
          label: label, area: TextArea(isMultiline: true),
          isRequired: action.requiresComment || action == .comment)
      ] : []
    let verb = action.verb.capitalizedFirst
    let unanswered = requests(action, targets, comment: nil)
    return Dialog(
      title: verb
        + (targets.count == 1 ? " " + targets[0].name : " " + plural(targets.count, "item")),
      lines: lines.filter { $0 != targets[0].name || targets.count > 1 }, fields: fields,
      confirm: Self.confirmation(action, targets), isDangerous: isDangerous
    ) { state, texts in
      let comment = texts.first.flatMap { text in
        text.contains { !$0.isWhitespace } ? text : nil
      }
      let commented = unanswered.map { request in
        var request = request
        request.comment = comment
        return request
      }
      return state.begin(action, commented, names: targets.map(\.name))
    }
  }

  /// The verb with its object: `Cancel the instance`, `Reject ER-000012`, `Approve 2 items`.
  private static func confirmation(_ action: Action, _ targets: [ActionTarget]) -> String {
    let verb = action.verb.capitalizedFirst
    let noun: String
    switch action {
    case .cancel, .resume, .skip: noun = "instance"
    case .comment:
      return targets.count == 1 ? "Add the comment" : "Comment on \(targets.count) items"
    default: noun = "item"
    }
    guard targets.count == 1 else { return "\(verb) \(plural(targets.count, noun))" }
    return noun == "instance" ? "\(verb) the instance" : "\(verb) \(targets[0].id)"
  }

  private static func consequence(of action: Action) -> String? {
    switch action {
    case .reject: "It goes back to its originator, who can correct and resubmit it."
    case .requestChange: "The originator is asked for a change; approvals given so far stay."
    case .deny: "The element ends as denied; this cannot be taken back afterwards."
    case .recall: "It becomes a draft again; answers still on their way are discarded."
    case .cancel: "The instance ends and the document is a draft again. This cannot be undone."
    default: nil
    }
  }

  private func requests(
    _ action: Action, _ targets: [ActionTarget], comment: String?
  ) -> [ActionRequest] {
    targets.map {
      ActionRequest(
        action, $0.target, comment: comment,
        undoWindow: action.answer == nil ? .zero : setup.undoWindow, revision: $0.revision)
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
    if let deletion = deletions.last, deletion.at >= (takeBacks.last?.until ?? .zero) {
      deletions.removeLast()
      rowsAreStale = true
      tell("Kept \(deletion.title).", kind: .done)
      return []
    }
    guard let last = takeBacks.popLast() else { return [] }
    let requests = last.items.map { ActionRequest(.undo, .item($0)) }
    return begin(.undo, requests, names: last.items.map(\.description))
  }

  /// `x`: a draft is deleted a few seconds later, so that it can be kept.
  mutating func deleteSelected() -> [Effect] {
    guard let id = selectedDocument else { return [] }
    let title = page.reports?.selected?.title ?? page.document?.detail?.document.title ?? ""
    deletions.append(
      PendingDeletion(
        object: .document(id), title: "\(id) \(title)", at: uptime + setup.undoWindow))
    rowsAreStale = true
    tell(
      "Deleted \(id) \(title).", kind: .done, hint: "u: keep it",
      takesEffect: uptime + setup.undoWindow)
    return page.document == nil ? [] : pop()
  }
}
