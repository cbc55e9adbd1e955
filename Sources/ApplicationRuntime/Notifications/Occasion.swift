// Something of which people are told.

import Workflow
import WorkflowRuntime

/// One event within a commit, and whom it concerns.
struct Occasion {
  let event: NotificationEvent
  var element: ElementPath?
  var step: String?
  /// Who did it; nil for the system.
  var actor: PersonID?
  /// For whom it was done, when that was somebody else.
  var onBehalfOf: PersonID?
  var comment: String?
  /// What the history says of it.
  var detail: String?
  /// The work item that it is about.
  var item: WorkItem?
  /// Who is told without any rule.
  var concerned: [PersonID]

  init(_ event: NotificationEvent, concerning concerned: [PersonID]) {
    self.event = event
    self.concerned = concerned
  }

  init(_ event: NotificationEvent, _ entry: HistoryEntry, concerning concerned: [PersonID] = []) {
    self.init(event, concerning: concerned)
    element = entry.element
    step = entry.step
    actor = entry.actor?.person
    onBehalfOf = entry.onBehalfOf
    comment = entry.comment
    detail = entry.detail
  }

  /// A work item that people have from now on.
  init(_ item: WorkItem, newTo people: [PersonID], by actor: PersonID?) {
    let event: NotificationEvent =
      switch item.kind {
      case .return: .returned
      case .changeRequested: .changeRequested
      case .approval, .task, .choice: .assigned
      }
    self.init(event, concerning: people)
    element = item.element
    step = item.step
    self.actor = actor
    self.item = item
    // What is to be changed, in the words of those who sent it back.
    if item.asksForChange { comment = item.instructions }
  }

  /// Whether rules of a workflow take the place of what is usual: what becomes of a document is
  /// told as the workflow says. Whom something concerns is told of it in any case.
  var followsRulesAlone: Bool {
    event == .started || event == .completed || event == .canceled
  }
}
