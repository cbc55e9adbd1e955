// Returning the document or asking for a change: who gets it, and what is on hold (SPEC 6).

import Workflow

extension Turn {
  /// Opens the item of the person who has to change the document; the instance stays alive.
  mutating func sendBack(_ path: ElementPath, outcome: ElementOutcome) throws(RuntimeError) {
    guard let element = state.elements[path] else { return }
    let answer = element.rounds.last?.answers.last { $0.outcome.endsElement == outcome }
    let asksChange = outcome == .changeRequested
    let person = try receiver(asksChange ? answer?.addressee ?? state.originator : state.originator)
    try putOnHold(for: person)
    update(path) { [now] in
      $0.phase = .sentBack
      $0.sentBackTo = person
      $0.sentBackAt = now
    }
    let sender = try answer.map { answer throws(RuntimeError) in try name(of: answer.onBehalfOf) }
    open(
      .init(
        kind: asksChange ? .changeRequested : .return, element: path, pass: element.pass,
        step: element.rounds.last?.step,
        subject: (asksChange ? "Change requested by " : "Returned by ") + (sender ?? "the system"),
        instructions: try comments(of: element.rounds.last), assignee: person, candidates: [],
        allowed: [], line: state.line))
    record(.workItemsCreated, element: path, detail: "\(person)")
    post(.workItemsCreated, Payload(element: path, pass: element.pass, outcome: outcome))
  }

  func name(of id: PersonID) throws(RuntimeError) -> String {
    try ask { try $0.person(id)?.name } ?? id.rawValue
  }

  /// All comments of the round that sent the document back; with names where there are several.
  private func comments(of round: Round?) throws(RuntimeError) -> String? {
    let answers = round?.answers.filter { $0.comment?.isEmpty == false } ?? []
    guard answers.count > 1 else { return answers.first?.comment }
    var lines: [String] = []
    for answer in answers {
      lines.append("\(try name(of: answer.onBehalfOf)): \(answer.comment ?? "")")
    }
    return lines.joined(separator: "\n")
  }

  /// Whoever is asked something else meanwhile waits for the change.
  private mutating func putOnHold(for person: PersonID) throws(RuntimeError) {
    guard state.sentBack.isEmpty else { return }
    let waiting = state.current.filter { state.elements[$0]?.isAsking == true }
    guard !waiting.isEmpty else { return }
    record(
      .onHold, element: message.payload.element,
      detail: "\(try name(of: person)) is asked to change it: "
        + waiting.map(\.description).joined(separator: ", "))
  }

  /// Who gets a document that is meant for this person: the first active one upwards, for what
  /// comes back to somebody who is disabled goes to their manager (SPEC 5).
  mutating func receiver(_ person: PersonID) throws(RuntimeError) -> PersonID {
    var seen: Set<PersonID> = []
    var next: PersonID? = person
    while let id = next, seen.insert(id).inserted {
      let found = try ask { try $0.person(id) }
      if found?.isActive(on: lookup.today) == true { return id }
      record(.personPassedOver, element: message.payload.element, detail: "\(id): disabled")
      next = found?.manager
    }
    return person
  }
}

extension ElementState {
  /// Whether people are asked in it now.
  var isAsking: Bool { phase == .working && rounds.last?.isDecided == false }
}
