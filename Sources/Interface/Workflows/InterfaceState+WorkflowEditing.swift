// Workflows in `$EDITOR`: what comes back is checked, shown, and saved as a new version.

import ApplicationRuntime
import Screen
import Workflow

extension InterfaceState {
  /// `e`: the text of the version, or the draft as it was left.
  mutating func editWorkflow(line: Int? = nil) -> [Effect] {
    guard let source = workflowSource else { return [] }
    return editWorkflow(source, line: line, isNew: false)
  }

  /// Enter on a finding: the editor opens at its line.
  mutating func openWorkflowFinding() -> [Effect] {
    guard case .workflow(let shown) = page, shown.pane == .findings,
      let finding = shown.selectedFinding
    else { return [] }
    return editWorkflow(line: finding.location.line)
  }

  var openingOfFinding: Availability {
    guard case .workflow(let shown) = page else { return .absent }
    guard shown.pane == .findings else { return .off("Tab goes to the findings") }
    guard shown.selectedFinding != nil else { return .off("nothing is wrong with it") }
    return keepingOfWorkflow
  }

  private mutating func editWorkflow(_ text: String, line: Int?, isNew: Bool) -> [Effect] {
    edit(text, line: line, file: "workflow.yaml") { state, edited in
      state.take(workflowText: edited, former: isNew ? nil : text)
    }
  }

  /// - Parameter former: what it was before; nil for a text that nobody saved yet.
  mutating func take(workflowText text: String, former: String?) -> [Effect] {
    let draft = WorkflowDraft(text)
    if let former, !isWorkflowDraft, WorkflowDraft(former).text == draft.text {
      tell("Nothing was changed.")
      return []
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      tell("The text is empty: nothing is saved.")
      return []
    }
    var effects: [Effect] = []
    if isWorkflowDraft {
      page.workflow?.draft = draft
    } else {
      effects += push(.workflow(WorkflowPage(.draft(draft.text))))
    }
    return effects + [.workflow(.check(draft.text), as: viewer.actor)]
  }

  // MARK: New

  /// `n`: a copy, a small one of a type, one that is shipped, or a file.
  mutating func beginNewWorkflow() -> [Effect] {
    var choices: [Chooser.Choice] = []
    if let row = workflowRow, workflowDetail != nil {
      choices.append(
        .init(id: "copy", label: "A copy", note: "of \(row.name)"))
    }
    choices += setup.types.map {
      .init(id: "type:\($0.id)", label: "For \($0.title)", note: "a small one to begin with")
    }
    choices += setup.shippedWorkflows.map {
      .init(id: "shipped:\($0.id)", label: $0.id, note: "shipped: \($0.title)")
    }
    choices.append(.init(id: "file", label: "A file", note: "of this machine"))
    overlay = .chooser(
      Chooser(title: "New workflow", kind: .listed, choices: choices) { state, choice in
        state.beginNewWorkflow(choice.id)
      })
    return []
  }

  private mutating func beginNewWorkflow(_ choice: String) -> [Effect] {
    if choice == "file" {
      openWorkflowFile()
    } else if choice == "copy", let detail = workflowDetail {
      let source = detail.source
      ask(newIdLike: detail.row.workflow.rawValue + "-copy") {
        WorkflowTemplate.copy(of: source, named: $0)
      }
    } else if let type = setup.types.first(where: { "type:\($0.id)" == choice }) {
      let (id, title) = (type.id, type.title)
      ask(newIdLike: "\(type.id)-approval") {
        WorkflowTemplate.text(for: id, titled: title, named: $0)
      }
    } else if let shipped = setup.shippedWorkflows.first(where: { "shipped:\($0.id)" == choice }) {
      return editWorkflow(shipped.text, line: nil, isNew: true)
    }
    return []
  }

  private mutating func ask(
    newIdLike proposal: String, making text: @escaping @Sendable (String) -> String
  ) {
    let known = Set((pages.first?.workflows?.rows ?? []).map(\.workflow.rawValue))
    var name = proposal
    var number = 2
    while known.contains(name) {
      name = "\(proposal)-\(number)"
      number += 1
    }
    open(
      dialog: Dialog(
        title: "New workflow",
        lines: ["Its id names it for ever: lower case letters, digits and hyphens."],
        fields: [Dialog.Field(label: "Id", area: TextArea(name), isRequired: true)],
        confirm: "Open in $EDITOR"
      ) { state, texts throws(Dialog.Complaint) in
        let id = (texts.first ?? "").filter { !$0.isWhitespace }
        guard !id.isEmpty,
          id.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
        else { throw Dialog.Complaint("An id has lower case letters, digits and hyphens.") }
        guard !known.contains(id) else {
          throw Dialog.Complaint("There is a workflow \(id) already; e makes a version of it.")
        }
        return state.editWorkflow(text(id), line: nil, isNew: true)
      })
  }

  private mutating func openWorkflowFile() {
    open(
      dialog: Dialog(
        title: "New workflow from a file",
        lines: ["A file with a workflow in it; it is opened in $EDITOR and checked."],
        fields: [Dialog.Field(label: "File", area: TextArea(), isRequired: true)], confirm: "Open"
      ) { state, texts in
        [.workflow(.load(path: texts.first ?? ""), as: state.viewer.actor)]
      })
  }

  // MARK: Save

  /// `^S`: a new version, with a comment that says why.
  mutating func saveWorkflow() -> [Effect] {
    guard let draft = page.workflow?.draft, let check = draft.check, let id = check.workflow
    else { return [] }
    var lines: [String] = []
    if check.errors.isEmpty {
      lines.append(check.inWords.capitalizedFirst + ".")
    } else {
      lines.append(
        "It has \(check.inWords): it can be saved, and not be activated before they are mended.")
    }
    if let newest = check.newest {
      lines.append("Against version \(newest): \(plural(check.changes.count, "change")).")
      lines += check.changes.prefix(6).map { "  \($0)" }
    }
    let text = draft.text
    open(
      dialog: Dialog(
        title: check.newest == nil ? "Save \(id)" : "Save as a new version of \(id)",
        lines: lines,
        fields: [Dialog.Field(label: "Comment (optional)", area: TextArea(), isRequired: false)],
        confirm: "Save", alternative: ("Edit on", { state, _ in state.editWorkflow() })
      ) { state, texts in
        let comment = texts.first.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
        return [.workflow(.save(text, comment: comment), as: state.viewer.actor)]
      })
    return []
  }

  // MARK: Leaving

  /// Asks before an unsaved text is dropped; nil where there is none.
  mutating func farewell(
    to drafts: [Page], then go: @escaping @Sendable (inout InterfaceState) -> [Effect]
  ) -> [Effect]? {
    guard let draft = drafts.compactMap({ $0.workflow?.draft }).last else { return nil }
    open(
      dialog: Dialog(
        title: "Drop the text of \(draft.name)?",
        lines: ["It is not saved as a version. Back keeps it on the screen; ^S saves it."],
        confirm: "Drop it", isDangerous: true
      ) { state, _ in
        state.pages.removeAll { $0.workflow?.draft != nil }
        if state.pages.isEmpty { state.pages = [Page.fresh(.workflows)] }
        return go(&state)
      })
    return []
  }
}
