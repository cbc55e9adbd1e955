// Who acts for a person under the standing delegations, when an item is made (SPEC 7).

import Workflow

extension Turn {
  /// Who gets the item of a person who is asked: the one to whom that is delegated, or the person.
  mutating func delegate(
    of person: PersonID, at place: Place
  ) throws(RuntimeError) -> PersonID {
    let originator = state.originator
    let bars = isBarred(originator, at: place)
    let workflow = state.workflow
    let result = try ask {
      try $0.delegate(of: person, workflow: workflow) { bars && $0 == originator }
    }
    for other in result.passedOver {
      passOver(other.person, "\(other.reason.words), cannot stand in for \(person)", at: place)
    }
    guard result.person != person else { return person }
    record(
      .delegated, element: place.element, step: place.step, onBehalfOf: person,
      detail: ([person] + result.chain.map(\.to)).map(\.description).joined(separator: " → "))
    return result.person
  }
}

extension DelegationResult.PassedOver.Reason {
  fileprivate var words: String {
    switch self {
    case .barred: "the originator may not approve"
    case .notActive: "disabled"
    }
  }
}
