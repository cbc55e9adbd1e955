// Whether a step was decided before an answer to it took effect, and by whom.

import Workflow
import WorkflowRuntime

/// What the saved state of an instance says of the step of a work item.
struct DecidedStep {
  let instance: StoredInstance
  let organization: Organization

  /// Who decided the step before the answer of this item counted; nil while nobody has.
  func sentence(before item: WorkItem) -> String? {
    guard let stored = instance.state, let json = try? JSON(parsing: stored),
      let element = (try? InstanceState(stored: json))?.elements[item.element]
    else { return nil }
    // The final approver's round has the name of the step before it.
    let round = element.rounds.last { round in
      round.step == item.step && round.startedAt <= item.createdAt
        && (!item.candidates.isEmpty || item.personActedFor.map(round.people.contains) ?? true)
    }
    let isOver = element.pass != item.pass || element.phase != .working || round?.isDecided == true
    guard isOver else { return nil }
    guard let answer = round?.answers.last, element.pass == item.pass else {
      return "its step was decided meanwhile"
    }
    let by = answer.isAutomatic ? "the system" : organization.name(of: answer.actor.person)
    return "\(by) decided the step first: \(answer.outcome.pastTense.lowercased())"
  }
}
