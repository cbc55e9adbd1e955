// Providers that name somebody who is in the workflow already: its owner, the previous approver.

import Workflow

extension OwnerProvider: PeopleProvider {
  func people(_ turn: Turn, _ reads: inout ReadRecorder) throws(RuntimeError) -> [PersonID] {
    turn.definition.owner.map { [$0] } ?? []
  }
}

extension PreviousApproverProvider: PeopleProvider {
  /// The one who acted last; when that one cannot be asked, the one for whom it was.
  func people(_ turn: Turn, _ reads: inout ReadRecorder) throws(RuntimeError) -> [PersonID] {
    let approvals = turn.state.elements.values.flatMap(\.rounds).flatMap(\.answers)
      .filter { $0.outcome == .approve && !$0.isAutomatic }
    // Answers of the same time are told apart by their items, so that it is the same each time.
    let last = approvals.max {
      ($0.givenAt, $0.item ?? WorkItemID(0)) < ($1.givenAt, $1.item ?? WorkItemID(0))
    }
    guard let last else { return [] }
    let canAct = try turn.whyPassedOver(last.actor.person) == nil
    return [canAct ? last.actor.person : last.onBehalfOf]
  }
}
