// What may be done with the workflow that is selected or shown, and what is done with it.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

extension InterfaceState {
  /// What was read of the version that is selected or shown.
  var workflowDetail: WorkflowVersionDetail? {
    page.workflows?.shownDetail ?? page.workflow?.detail
  }

  var workflowRow: WorkflowVersionRow? { page.workflows?.selected ?? page.workflow?.detail?.row }

  var isWorkflowDraft: Bool { page.workflow?.draft != nil }

  // MARK: Availability

  /// Whether this person may change the selected workflow.
  var keepingOfWorkflow: Availability {
    if setup.isReadOnly { return .off("this is a read-only session") }
    if isWorkflowDraft { return .on }
    guard let row = workflowRow else { return .off("nothing is selected") }
    if let reason = row.reasonAgainstKeeping { return .off(reason) }
    return workflowDetail == nil ? .off("it is not read yet") : .on
  }

  var newWorkflow: Availability {
    if setup.isReadOnly { return .off("this is a read-only session") }
    return viewer.isAdministrator ? .on : .off("only an administrator makes a new workflow")
  }

  var activationOfWorkflow: Availability {
    if isWorkflowDraft { return .off("it is not saved yet: ^S saves it") }
    guard keepingOfWorkflow == .on, let row = workflowRow else { return keepingOfWorkflow }
    if row.isActive {
      return workflowDetail?.reasonAgainstDeactivating.map { .off($0) } ?? .on
    }
    return row.errors.isEmpty ? .on : .off("it has \(plural(row.errors.count, "error")): c lists")
  }

  var savingOfWorkflow: Availability {
    guard let draft = page.workflow?.draft else { return .absent }
    guard let check = draft.check else { return .off("it is being checked") }
    return check.workflow == nil ? .off("it cannot be read as a workflow: e goes on") : .on
  }

  var deletionOfWorkflow: Availability {
    guard keepingOfWorkflow == .on, let detail = workflowDetail, !isWorkflowDraft else {
      return keepingOfWorkflow
    }
    guard let reason = detail.reasonAgainstDeleting, detail.reasonAgainstDeletingAll != nil
    else { return .on }
    return .off(reason)
  }

  /// Looking at a workflow is for everybody.
  var readingOfWorkflow: Availability {
    if isWorkflowDraft { return .on }
    return workflowDetail == nil ? .off("nothing is selected, or it is not read yet") : .on
  }

  // MARK: Activate, delete

  mutating func activateWorkflow() -> [Effect] {
    guard let detail = workflowDetail else { return [] }
    open(dialog: detail.row.isActive ? deactivation(of: detail) : activation(of: detail))
    return []
  }

  private func activation(of detail: WorkflowVersionDetail) -> Dialog {
    let row = detail.row
    var lines: [String] = []
    if let active = detail.versions.first(where: \.isActive) {
      lines.append("It takes the place of version \(active.version).")
      if active.openInstances > 0 {
        lines.append("\(active.runsInWords): they go on with the version that they began with.")
      }
    } else {
      lines.append("No version of it is active now.")
    }
    lines.append("What is submitted from now on runs this one.")
    if !row.warnings.isEmpty {
      lines.append("\(plural(row.warnings.count, "warning")) to be accepted:")
      lines += row.warnings.map { "! line \($0.location.line): \($0.message). \($0.remedy)" }
    }
    let warned = row.warnings.isEmpty ? "" : " with \(plural(row.warnings.count, "warning"))"
    return Dialog(
      title: "Activate \(row.name)", lines: lines, confirm: "Activate" + warned,
      isDangerous: true
    ) { state, _ in
      [.workflow(.activate(row.workflow, row.version), as: state.viewer.actor)]
    }
  }

  private func deactivation(of detail: WorkflowVersionDetail) -> Dialog {
    let row = detail.row
    return Dialog(
      title: "Take \(row.workflow) out of use",
      lines: [
        "No version of it is active then, and no document starts it any more.",
        row.openInstances > 0 ? "\(row.runsInWords): they go on." : "No instance runs it now.",
      ], confirm: "Deactivate", isDangerous: true
    ) { state, _ in [.workflow(.deactivate(row.workflow), as: state.viewer.actor)] }
  }

  mutating func deleteWorkflow() -> [Effect] {
    if isWorkflowDraft { return pop() }
    guard let detail = workflowDetail else { return [] }
    let row = detail.row
    func delete(_ version: Int?) -> Dialog.Confirmation {
      { state, _ in [.workflow(.delete(row.workflow, version), as: state.viewer.actor)] }
    }
    let all = "Delete all \(plural(detail.versions.count, "version"))"
    let mayAll = detail.reasonAgainstDeletingAll == nil && detail.versions.count > 1
    let alone = detail.reasonAgainstDeleting
    let gone = "What is deleted cannot be brought back; its numbers are not given again."
    if let alone {
      open(
        dialog: Dialog(
          title: "Delete \(row.workflow)", lines: [alone.capitalizedFirst + ".", gone],
          confirm: all, isDangerous: true, confirmed: delete(nil)))
    } else {
      open(
        dialog: Dialog(
          title: "Delete \(row.name)", lines: ["“\(row.title)”, \(row.runsInWords).", gone],
          confirm: "Delete version \(row.version)", isDangerous: true,
          alternative: mayAll ? (all, delete(nil)) : nil, confirmed: delete(row.version)))
    }
    return []
  }

  // MARK: Look

  /// `t`: the text with the numbers of its lines.
  mutating func showWorkflowText() -> [Effect] {
    guard let source = workflowSource, let name = page.workflow?.place ?? workflowRow?.name
    else { return [] }
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.enumerated().map { index, line in
      let number = String(index + 1)
      let gap = String(repeating: " ", count: max(0, 4 - number.count))
      return StyledText(gap + number + "  ", .dim) + StyledText(String(line))
    }
    overlay = .text(TextOverlay(title: name, styled: shown))
    return []
  }

  var workflowSource: String? { page.workflow?.draft?.text ?? workflowDetail?.source }

  /// `c`: everything that is wrong with it, as the organisation is now.
  mutating func checkWorkflow() -> [Effect] {
    guard let source = workflowSource else { return [] }
    var effects: [Effect] = []
    if page.workflows != nil { effects += openSelected() }
    page.workflow?.pane = .findings
    return effects + [.workflow(.check(source), as: viewer.actor)]
  }

  /// `=`: another version, or another workflow, to compare with.
  mutating func compareWorkflow() -> [Effect] {
    guard let shown = page.workflow?.text ?? page.workflows?.selectedText else { return [] }
    let known = pages.first?.workflows?.rows ?? workflowDetail?.versions ?? []
    let mine = page.workflow?.draft?.check?.workflow ?? workflowRow?.workflow
    let others = known.filter { .version($0.workflow, $0.version) != shown }
    // The versions of the same workflow come first.
    let ordered = others.filter { $0.workflow == mine } + others.filter { $0.workflow != mine }
    guard !ordered.isEmpty else {
      tell("There is no other version to compare it with.")
      return []
    }
    overlay = .chooser(
      Chooser(
        title: "Compare \(shown.name) with", kind: .listed,
        choices: ordered.map { row in
          Chooser.Choice(
            id: WorkflowsPage.id(of: row), label: row.workflow.rawValue,
            note: "version \(row.version)\(row.isActive ? ", active" : "")")
        }
      ) { state, choice in
        guard let row = ordered.first(where: { WorkflowsPage.id(of: $0) == choice.id })
        else { return [] }
        let other = WorkflowText.version(row.workflow, row.version)
        let isOlder = row.workflow != mine || state.isOlder(row.version, than: shown)
        return state.read(isOlder ? .comparison(other, shown) : .comparison(shown, other))
      })
    return []
  }

  private func isOlder(_ version: Int, than text: WorkflowText) -> Bool {
    if case .version(_, let number) = text { version < number } else { true }
  }

  mutating func take(_ comparison: WorkflowComparison) {
    overlay = .text(
      TextOverlay(title: "\(comparison.old) and \(comparison.new)", styled: comparison.lines))
  }
}
