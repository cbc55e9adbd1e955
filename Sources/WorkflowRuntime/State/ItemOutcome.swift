// One of the outcomes that a work item offers.

import Workflow

/// An outcome that a person may choose: its name, its title, and what it does.
public struct ItemOutcome: Hashable, Sendable {
  public let name: String
  public let title: String
  public let answer: AnswerKind

  public init(name: String, title: String, answer: AnswerKind) {
    self.name = name
    self.title = title
    self.answer = answer
  }
}

extension AnswerKind: Storable {}

extension ItemOutcome: Storable {
  public var json: JSON {
    var parts = StoredParts()
    parts.add("name", name)
    parts.add("title", title)
    parts.add("answer", answer)
    return parts.json
  }

  public init(stored json: JSON) throws(RuntimeError) {
    let object = try StoredObject(json, what: "outcome")
    self.init(
      name: try object.required("name"), title: try object.required("title"),
      answer: try object.required("answer"))
  }
}
