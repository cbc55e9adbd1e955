// Deleting and copying documents, one or all that are marked.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension InterfaceState {
  /// `x`: a draft is deleted a few seconds later, so that it can be kept.
  mutating func deleteSelected() -> [Effect] {
    let marked = markedReports
    guard marked.isEmpty else {
      askForAll(
        marked.filter { canBeDeleted($0) }, "Delete", "draft",
        "Until some seconds are over u keeps all of them.", isDangerous: true
      ) { state, rows in
        state.delete(rows.map { ($0.id, "\($0.id) \($0.title)") })
        return []
      }
      return []
    }
    guard let id = selectedDocument else { return [] }
    let title = page.reports?.selected?.title ?? page.document?.detail?.document.title ?? ""
    delete([(id, "\(id) \(title)")])
    return page.document == nil ? [] : pop()
  }

  private mutating func delete(_ drafts: [(id: DocumentID, title: String)]) {
    let end = uptime + setup.undoWindow
    deletions += drafts.map {
      PendingDeletion(object: .document($0.id), title: $0.title, at: end)
    }
    page.list?.clearMarks()
    rowsAreStale = true
    let what = drafts.count == 1 ? drafts[0].title : plural(drafts.count, "draft")
    tell("Deleted \(what).", kind: .done, hint: "u: keep it", takesEffect: end)
  }

  /// `Y`: a draft with the same content; of one it is opened.
  mutating func duplicateSelected() -> [Effect] {
    let marked = markedReports
    guard !marked.isEmpty else {
      return selectedDocument.map { [.duplicate($0, as: viewer.actor)] } ?? []
    }
    askForAll(marked, "Copy", "document", "Each becomes a draft of its own.", isDangerous: false) {
      state, rows in
      state.copies = Copies(left: rows.count)
      state.page.list?.clearMarks()
      return rows.map { .duplicate($0.id, as: state.viewer.actor) }
    }
    return []
  }

  /// What became of one of several copies; one sentence tells of all.
  mutating func takeCopy(_ result: Result<Document, EngineError>) -> [Effect] {
    guard var copies else { return [] }
    copies.left -= 1
    switch result {
    case .success(let document): copies.made.append(document.id)
    case .failure(let error): copies.failures.append(error.message)
    }
    self.copies = copies.left > 0 ? copies : nil
    guard copies.left <= 0 else { return [] }
    if let first = copies.made.first, let last = copies.made.last {
      let which = first == last ? "\(first)" : "\(first) to \(last)"
      tell("Made \(plural(copies.made.count, "draft")): \(which).", kind: .done)
    }
    if let failure = copies.failures.first {
      fail("\(copies.failures.count) could not be copied. First: \(failure)")
    }
    return readAll()
  }

  var markedReports: [DocumentRow] {
    guard let reports = page.reports else { return [] }
    return reports.list.markedRows.compactMap { reports.row($0.id) }
  }

  func canBeDeleted(_ row: DocumentRow) -> Bool {
    Self.fits(.delete, row.status) && !deletions.contains { $0.document == row.id }
  }

  private mutating func askForAll(
    _ rows: [DocumentRow], _ verb: String, _ what: String, _ consequence: String,
    isDangerous: Bool,
    then: @escaping @Sendable (inout InterfaceState, [DocumentRow]) -> [Effect]
  ) {
    let marked = markedReports.count
    let hidden = page.list?.hiddenMarks ?? 0
    var lines =
      rows.count < marked ? ["\(rows.count) of \(marked) marked can be meant."] : []
    let sum = MoneySum(rows.compactMap(\.total)).text.map { ", together \($0)" } ?? ""
    lines.append(plural(rows.count, what) + sum + ":")
    lines += rows.map { Self.name($0.id.rawValue, $0.total, $0.title) }.shortened(to: 6)
    if hidden > 0 { lines.append("\(hidden) marked, hidden by the filter: they stay out.") }
    lines.append(consequence)
    let name = "\(verb) \(plural(rows.count, what))"
    open(
      dialog: Dialog(
        title: name, lines: lines, confirm: name, isDangerous: isDangerous
      ) { state, _ in then(&state, rows) })
  }
}
