// One document: its workflow control, its content, who is waited for. VIEW and EDIT.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

/// A document's page. In VIEW mode letters are verbs; in EDIT mode there is an editor, and every
/// printable key is text.
package struct DocumentPage: Sendable {
  /// Not known before the document is read where one came from a place that names the id alone.
  package internal(set) var type: DocumentTypeID
  /// Nil for a new document that was not saved yet.
  package internal(set) var id: DocumentID?
  package internal(set) var detail: DocumentDetail?
  package internal(set) var editor: DocumentEditor?
  /// How saving stands, while there is an editor.
  var saving = DocumentSaving()
  /// Whether the editor opens as soon as what it needs is read.
  var opensEditor = false
  /// Whether its flow was asked for before it was read.
  var flipsWhenRead = false
  var scroll = 0
  /// What the editor proposes, while the content is still being read.
  var editorContext: EditorContext?
  /// What `v` came from, so that the instance page finds its element again.
  var element: ElementPath?
  /// Why it could not be read.
  var failure: String?
  /// Why nothing happens, while nobody is waited for.
  var explanation: Explanation?

  package init(id: DocumentID?, type: DocumentTypeID) {
    self.id = id
    self.type = type
  }

  var instance: InstanceID? { detail?.instances.first ?? detail?.document.instance }

  /// Whether it is on its way and waits for nobody: then something else may hold it up.
  var needsExplanation: Bool {
    guard editor == nil, let detail, detail.openItems.isEmpty else { return false }
    return detail.document.status == .submitted || detail.document.status == .inReview
  }

  func availability(of action: Action) -> ActionAvailability? {
    detail?.actions.first { $0.action == action }
  }

  /// Submit, or resubmit when the document came back.
  var submission: ActionAvailability? {
    let resubmit = availability(of: .resubmit)
    if let resubmit, resubmit.isAllowed { return resubmit }
    guard let submit = availability(of: .submit) else { return resubmit }
    if submit.isAllowed { return submit }
    switch detail?.document.status {
    case .rejected?, .changeRequested?: return resubmit ?? submit
    default: return submit
    }
  }

  mutating func take(_ detail: DocumentDetail) {
    self.detail = detail
    type = detail.document.type
    failure = nil
    if !needsExplanation { explanation = nil }
    guard editor != nil else { return }
    editor?.received(findings: detail.findings, calculated: detail.calculated)
    let actions = editorActions
    editor?.update(actions: actions)
  }

  /// The actions that the editor shows above its fields.
  var editorActions: [EditorAction] {
    var actions: [EditorAction] = []
    if let submission {
      let label = submission.action == .resubmit ? "Resubmit" : "Submit"
      actions.append(EditorAction(submission.action, label: label, reason: submission.reason))
    } else if detail == nil {
      actions.append(EditorAction(.submit, label: "Submit", reason: nil))
    }
    for (action, label) in [(Action.recall, "Recall"), (.delete, "Delete")] {
      guard let availability = availability(of: action) else { continue }
      actions.append(EditorAction(action, label: label, reason: availability.reason))
    }
    return actions
  }
}
