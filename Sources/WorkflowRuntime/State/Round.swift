// One round of approvers, or of those who are asked for a task or a choice.

import Workflow

/// Those asked at the same time, what they answered, and until when they may.
public struct Round: Hashable, Sendable {
  /// An item that went to somebody else because its person was overdue.
  public struct Escalation: Hashable, Sendable {
    /// For whom that person acts; nil for an offered item that nobody had accepted.
    public let onBehalfOf: PersonID?
    public let person: PersonID
    /// The entry of the escalation path, from 0.
    public let entry: Int
    /// When it is due in its turn; nil for an entry without a limit.
    public var dueAt: Timestamp?

    public init(
      onBehalfOf: PersonID?, person: PersonID, entry: Int, dueAt: Timestamp? = nil
    ) {
      self.onBehalfOf = onBehalfOf
      self.person = person
      self.entry = entry
      self.dueAt = dueAt
    }
  }

  /// The step's name, or nil for a task or a choice.
  public let step: String?
  /// Those asked, before delegation: their number is the n of the policies.
  public let people: [PersonID]
  public var answers: [Answer]
  /// Whether the round is over; nothing more is counted then.
  public var isDecided: Bool
  /// Whether it is the final approver's.
  public let isFinal: Bool
  /// When it began, and when it is due.
  public let startedAt: Timestamp
  public var dueAt: Timestamp?
  /// Whether the limit is over and the round marked overdue.
  public var isOverdue: Bool
  /// Where each overdue item went, the latest for each person.
  public var escalations: [Escalation]

  public init(
    step: String?, people: [PersonID], answers: [Answer] = [], isDecided: Bool = false,
    isFinal: Bool = false, startedAt: Timestamp, dueAt: Timestamp? = nil, isOverdue: Bool = false,
    escalations: [Escalation] = []
  ) {
    self.step = step
    self.people = people
    self.answers = answers
    self.isDecided = isDecided
    self.isFinal = isFinal
    self.startedAt = startedAt
    self.dueAt = dueAt
    self.isOverdue = isOverdue
    self.escalations = escalations
  }
}

extension InstanceState {
  /// Whether an element, or one of its steps, waits for the final approver now: the originator
  /// cannot be that one in any way, even where the workflow lets them approve (SPEC 6).
  package func asksFinalApprover(at path: ElementPath, step: String?) -> Bool {
    guard let round = elements[path]?.rounds.last else { return false }
    return round.isFinal && !round.isDecided && round.step == step
  }
}

extension Round: Storable {
  public var json: JSON {
    var parts = StoredParts()
    parts.add("step", step)
    parts.add("people", people)
    if !answers.isEmpty { parts.add("answers", answers) }
    if isDecided { parts.add("decided", 1) }
    if isFinal { parts.add("final", 1) }
    parts.add("startedAt", startedAt)
    parts.add("dueAt", dueAt)
    if isOverdue { parts.add("overdue", 1) }
    if !escalations.isEmpty { parts.add("escalations", escalations) }
    return parts.json
  }

  public init(stored json: JSON) throws(RuntimeError) {
    let object = try StoredObject(json, what: "round")
    self.init(
      step: try object.optional("step"), people: try object.required("people"),
      answers: try object.optional("answers") ?? [],
      isDecided: try object.optional("decided", Int.self) == 1,
      isFinal: try object.optional("final", Int.self) == 1,
      startedAt: try object.optional("startedAt") ?? .distantPast,
      dueAt: try object.optional("dueAt"),
      isOverdue: try object.optional("overdue", Int.self) == 1,
      escalations: try object.optional("escalations") ?? [])
  }
}

extension Round.Escalation: Storable {
  public var json: JSON {
    var parts = StoredParts()
    parts.add("onBehalfOf", onBehalfOf)
    parts.add("person", person)
    parts.add("entry", entry)
    parts.add("dueAt", dueAt)
    return parts.json
  }

  public init(stored json: JSON) throws(RuntimeError) {
    let object = try StoredObject(json, what: "escalation")
    self.init(
      onBehalfOf: try object.optional("onBehalfOf"), person: try object.required("person"),
      entry: try object.required("entry"), dueAt: try object.optional("dueAt"))
  }
}
