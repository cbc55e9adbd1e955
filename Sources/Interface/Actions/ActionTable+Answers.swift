// Answers to work items, and what everybody involved may do.

import ApplicationRuntime
import Screen

extension ActionTable {
  static let answerActions: [PageAction] = [
    answer(.approve, .approve, "a", "approve", "Approves.", footer: 10),
    answer(
      .complete, .complete, "c", "complete", "Completes the task.", footer: 11),
    answer(
      .choose, .choose, "C", "choose", "Chooses one of the outcomes that are offered.", footer: 11),
    answer(
      .reject, .reject, "r", "reject",
      "Sends the document back to its originator; a comment is needed.", footer: 12),
    answer(
      .requestChange, .requestChange, "R", "request change",
      "Asks for a change: of the originator, or of whom you choose; a comment is needed.",
      footer: 13),
    answer(
      .deny, .deny, "D", "deny", "Denies, where the type of document allows it.",
      danger: .asksFirst),
    answer(.accept, .accept, "+", "accept", "Takes a task that is offered to several.", footer: 15),
    answer(.release, .release, "-", "release", "Gives an accepted task back.", footer: 16),
    answer(
      .delegate, .delegate, "d", "delegate", "Lets somebody else answer for you.", danger: .none,
      footer: 14),
    PageAction(
      .move, "M", "move to queue", "Moves the item to another work item queue.",
      in: [.inbox, .document], when: { $0.availability(of: .move) }, perform: { $0.act(.move) }),
    PageAction(
      .reassign, "A", "reassign", "Gives an open work item to somebody else; administrators only.",
      in: [.inbox, .document, .instance, .instances, .queue],
      when: { $0.availability(of: .reassign) }, perform: { $0.act(.reassign) }),
    PageAction(
      .comment, "m", "comment", "Adds a comment to the document's history.",
      in: [.inbox, .document, .instance, .reports], footer: 62,
      when: { $0.availability(of: .comment) },
      perform: { $0.act(.comment) }),
  ]

  private static func answer(
    _ name: ActionName, _ action: Action, _ key: String, _ label: String, _ help: String,
    danger: PageAction.Danger = .undoable, footer: Int? = nil
  ) -> PageAction {
    PageAction(
      name, key, label, help, in: PageKind.answers, danger: danger, footer: footer,
      when: { $0.availability(of: action) },
      perform: { $0.act(action) })
  }
}
