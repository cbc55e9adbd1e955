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
    // In the order of the elements, and of the answers in them: of those of one time the last.
    let rounds = turn.state.elements.sorted { $0.key < $1.key }.flatMap(\.value.rounds)
    let approvals = rounds.flatMap(\.answers).filter { $0.outcome == .approve && !$0.isAutomatic }
    guard let time = approvals.map(\.givenAt).max(),
      let last = approvals.last(where: { $0.givenAt == time })
    else { return [] }
    let canAct = try turn.whyPassedOver(last.actor.person) == nil
    return [canAct ? last.actor.person : last.onBehalfOf]
  }
}
