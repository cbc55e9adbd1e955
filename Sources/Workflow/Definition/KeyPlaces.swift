/// Where the keys of the language may stand, for a key that is known but stands elsewhere (SPEC 4).
enum KeyPlaces {
  private static let places: [(place: String, keys: [String])] = [
    ("a task, a choice or a step of an approval", ["assign", "escalate"]),
    ("an approval, a step, a task or a choice", ["subject", "instructions"]),
    ("the workflow itself, an approval, a task or a choice", ["notify"]),
    ("a step of an approval", ["policy", "tally", "step"]),
    ("a step, a decision, a route, or `automatic`", ["when"]),
    ("an approval or a task", ["automatic", "allow"]),
    (
      "a task, a choice, a step, or an approval as a whole", ["limit", "due", "calendar", "remind"]
    ),
    ("an approval with a limit, or the last entry of `escalate`", ["finally"]),
    ("an approval", ["final-approver", "skip-approved", "steps"]),
    ("a task or a choice", ["outcomes"]),
    ("an approval, a task, a choice or a subworkflow", ["restart"]),
    ("`assign` of a task or a choice", ["queue"]),
    (
      "`assign`", ["user", "users", "group", "hierarchy", "field", "fallback", "previous-approver"]
    ),
    ("a parallel element", ["branches", "join"]),
    ("a lines element", ["route"]),
    ("a lines element or `final-approver`", ["otherwise"]),
    ("a repeat", ["while", "at-most"]),
    ("a repeat, a branch, or an outcome of a choice", ["elements"]),
    ("a decision", ["yes", "no"]),
    ("an automated element", ["run", "again"]),
    ("a subworkflow", ["document", "wait"]),
    ("a subworkflow or a route", ["workflow"]),
    ("`automatic`, or an outcome of a task", ["do"]),
    (
      "the workflow itself, beside `title`",
      [
        "activation", "priority", "legal-entities", "submitter-may-approve", "keep-approvals",
        "level", "type",
      ]
    ),
  ]

  /// Where each key may stand, in words.
  static let standard: [String: String] = Dictionary(
    places.flatMap { place in place.keys.map { ($0, place.place) } },
    uniquingKeysWith: { first, _ in first })
}
