// How far a step is in which people are asked.

import Workflow
import WorkflowRuntime

/// A step that is not decided yet: how many approvals it has and needs.
public struct OpenRound: Hashable, Sendable {
  public let element: ElementPath
  public let step: String
  public let approvals: Int
  /// As many approvals decide it.
  public let needed: Int
  /// The completion policy: "majority".
  public let policy: String
  /// How many people are asked.
  public let people: Int
}

extension Route {
  /// The steps that are not decided yet, in the order of the file.
  var openRounds: [OpenRound] {
    definition.allElements.flatMap { element -> [OpenRound] in
      guard let approval = element.definition as? ApprovalElement,
        let reached = state?.elements[element.path]
      else { return [] }
      return approval.steps.compactMap { step in
        guard let round = reached.rounds.last(where: { $0.step == step.name }), !round.isDecided
        else { return nil }
        return OpenRound(
          element: element.path, step: step.name,
          approvals: round.answers.filter { $0.outcome == .approve }.count,
          needed: step.policy.needed(of: round.people.count), policy: step.policy.description,
          people: round.people.count)
      }
    }
  }
}
