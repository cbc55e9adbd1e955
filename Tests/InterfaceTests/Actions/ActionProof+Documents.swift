// Proofs of what is done with documents and their work items.

import InterfaceTestKit
import Screen
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

extension ActionProof {
  /// Puts one item in the inbox to which the action is an answer, or lets the engine allow it.
  private static func offering(_ action: Action) -> Steps {
    { robot in
      let item: WorkItem? = item(for: action)
      switch robot.interface.page.kind {
      case .inbox:
        guard let item else { return }
        let row = InboxRow(
          item: item, title: "Visit Aarhus", originator: "sam", originatorName: "Sam Holt",
          total: Sample.euro(68_763), documentStatus: .inReview, revision: 3)
        try give(robot, .inbox(limit: 200), .inbox(Window(rows: [row], next: nil)))
      case .document:
        let isDraft = [.submit, .edit, .delete].contains(action)
        try give(
          robot, .document("ER-000012"),
          .document(
            Sample.detail(
              status: isDraft ? .draft : .inReview,
              actions: [ActionAvailability(action, reason: nil, item: item)])))
      case .instance:
        let detail = Sample.instanceDetail(
          actions: [ActionAvailability(action, reason: nil, item: item)])
        try give(robot, .instance(InstanceID(13)), .instance(detail))
      case .reports:
        let row = Sample.documentRow(21, "Visit", action == .recall ? .inReview : .draft)
        try give(robot, .documents(limit: 200), .documents(Window(rows: [row], next: nil)))
      default: break
      }
    }
  }

  private static func give(_ robot: Robot, _ reading: Reading, _ answer: ReadAnswer) throws {
    try robot.take(.read(reading, as: robot.interface.viewer.actor, .success(answer)))
    // What comes under the cursor by itself is not meant before it was seen.
    try robot.press("g")
  }

  private static func item(for action: Action) -> WorkItem? {
    func item(
      _ kind: WorkItem.Kind, assignee: PersonID? = "frank", queue: QueueID? = nil,
      outcomes: [ItemOutcome] = []
    ) -> WorkItem {
      Sample.item(
        12, document: "ER-000012", kind: kind, assignee: assignee, queue: queue,
        outcomes: outcomes)
    }
    switch action {
    case .complete: return item(.task)
    case .choose: return item(.choice, outcomes: Sample.outcomes)
    case .accept: return item(.task, assignee: nil)
    case .release:
      var accepted = item(.task)
      accepted.status = .accepted
      return accepted
    case .move: return item(.task, assignee: nil, queue: "budget")
    case .edit, .resubmit, .submit: return item(.return)
    case .recall, .delete, .resume, .cancel, .skip, .migrate: return nil
    default: return item(.approval)
    }
  }

  /// The action asks the engine for itself, after a dialog that is answered where there is one.
  private static func answer(
    _ name: ActionName, _ action: Action, _ contexts: Set<PageKind>, asks: Bool = false,
    off: Off = .readOnly
  ) -> ActionProof {
    ActionProof(
      name: name, contexts: contexts, before: offering(action), off: off,
      did: { robot, _ in
        let hasAsked = robot.interface.dialog != nil
        if hasAsked { try? robot.answerAll() }
        return hasAsked == asks && robot.effects.requests.first?.action == action
      })
  }

  static let answers: [ActionProof] = [
    answer(.approve, .approve, PageKind.answers), answer(.complete, .complete, PageKind.answers),
    answer(.accept, .accept, PageKind.answers), answer(.release, .release, PageKind.answers),
    answer(.reject, .reject, PageKind.answers, asks: true),
    answer(.requestChange, .requestChange, PageKind.answers, asks: true),
    answer(.deny, .deny, PageKind.answers, asks: true),
    answer(.choose, .choose, PageKind.answers, asks: true),
    answer(.delegate, .delegate, PageKind.answers, asks: true),
    answer(.move, .move, [.inbox, .document], asks: true),
    answer(.reassign, .reassign, [.inbox, .document, .instance], asks: true),
    answer(.reassign, .reassign, [.instances, .queue], asks: true, off: .others),
    answer(.comment, .comment, PageKind.answers.union([.reports]), asks: true),
    answer(.recall, .recall, [.reports, .document], asks: true),
    answer(.cancel, .cancel, [.queue, .instances], asks: true, off: .others),
    answer(.cancel, .cancel, [.instance], asks: true),
  ]

  static let documents: [ActionProof] = [
    ActionProof(
      name: .new, contexts: [.inbox, .reports], off: .readOnly,
      did: { robot, _ in robot.interface.page.kind == .edit }),
    ActionProof(
      name: .edit, contexts: [.inbox, .reports, .document], before: offering(.edit),
      off: .readOnly,
      did: { robot, _ in robot.interface.page.kind == .edit }),
    ActionProof(
      name: .submit, contexts: [.reports, .document], before: offering(.submit), off: .readOnly,
      did: { robot, _ in robot.effects.requests.first?.action == .submit }),
    ActionProof(
      name: .submit, contexts: [.inbox], before: offering(.resubmit), off: .readOnly,
      did: { robot, _ in robot.effects.requests.first?.action == .resubmit }),
    ActionProof(
      name: .duplicate, contexts: [.reports, .document], off: .readOnly,
      did: { robot, _ in
        robot.effects.contains { if case .duplicate = $0 { true } else { false } }
      }),
    ActionProof(
      name: .delete, contexts: [.reports, .document], before: offering(.delete), off: .readOnly,
      did: { robot, _ in robot.interface.deletions.count == 1 }),
    ActionProof(
      name: .importFile, contexts: [.reports], off: .readOnly,
      did: { robot, _ in robot.interface.dialog?.title == "Import" }),
  ]
}
