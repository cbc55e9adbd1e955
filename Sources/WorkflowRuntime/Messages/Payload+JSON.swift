// The stored form of a payload: JSON with only the parts that are set.

import Workflow

extension Payload: Storable {
  public var json: JSON {
    var parts = StoredParts()
    parts.add("element", element)
    parts.add("pass", pass)
    parts.add("step", step)
    parts.add("outcome", outcome)
    parts.add("answer", answer)
    parts.add("actor", actor)
    parts.add("comment", comment)
    parts.add("skip", skip)
    parts.add("timer", timer)
    parts.add("child", child)
    parts.add("version", version)
    parts.add("changes", changes)
    parts.add("cause", cause)
    parts.add("content", content)
    return parts.json
  }

  public init(stored json: JSON) throws(RuntimeError) {
    let object = try StoredObject(json, what: "payload")
    self.init(
      element: try object.optional("element"), pass: try object.optional("pass"),
      step: try object.optional("step"), outcome: try object.optional("outcome"),
      answer: try object.optional("answer"), actor: try object.optional("actor"),
      comment: try object.optional("comment"), skip: try object.optional("skip"),
      timer: try object.optional("timer"), child: try object.optional("child"),
      version: try object.optional("version"), changes: try object.optional("changes"),
      cause: try object.optional("cause"), content: try object.optional("content"))
  }
}

extension TimerPayload: Storable {
  public var json: JSON {
    var parts = StoredParts()
    parts.add("kind", kind)
    parts.add("onBehalfOf", onBehalfOf)
    parts.add("entry", entry)
    parts.add("since", since)
    return parts.json
  }

  public init(stored json: JSON) throws(RuntimeError) {
    let object = try StoredObject(json, what: "timer")
    self.init(
      try object.required("kind"), onBehalfOf: try object.optional("onBehalfOf"),
      entry: try object.optional("entry"), since: try object.optional("since"))
  }
}

extension ChildReference: Storable {
  public var json: JSON {
    var parts = StoredParts()
    parts.add("line", line)
    parts.add("attempt", attempt)
    return parts.json
  }

  public init(stored json: JSON) throws(RuntimeError) {
    let object = try StoredObject(json, what: "child")
    self.init(line: try object.required("line"), attempt: try object.required("attempt"))
  }
}

extension ElementOutcome: Storable {}
extension Answer.Outcome: Storable {}

extension Actor: Storable {
  public var json: JSON {
    var parts = StoredParts()
    parts.add("person", person)
    parts.add("impersonatedBy", impersonatedBy)
    return parts.json
  }

  public init(stored json: JSON) throws(RuntimeError) {
    let object = try StoredObject(json, what: "actor")
    self.init(
      try object.required("person"), impersonatedBy: try object.optional("impersonatedBy"))
  }
}

extension Answer: Storable {
  public var json: JSON {
    var parts = StoredParts()
    parts.add("item", item)
    parts.add("outcome", outcome)
    parts.add("actor", actor)
    if onBehalfOf != actor.person { parts.add("onBehalfOf", onBehalfOf) }
    parts.add("choice", choice)
    parts.add("comment", comment)
    parts.add("addressee", addressee)
    parts.add("givenAt", givenAt)
    parts.add("revision", revision)
    parts.add("content", content)
    if isAutomatic { parts.add("automatic", 1) }
    parts.add("takesEffectAt", takesEffectAt)
    return parts.json
  }

  public init(stored json: JSON) throws(RuntimeError) {
    let object = try StoredObject(json, what: "answer")
    let actor = try object.required("actor", Actor.self)
    self.init(
      item: try object.optional("item"), outcome: try object.required("outcome"),
      choice: try object.optional("choice"), actor: actor,
      onBehalfOf: try object.optional("onBehalfOf") ?? actor.person,
      comment: try object.optional("comment"), addressee: try object.optional("addressee"),
      givenAt: try object.required("givenAt"),
      revision: try object.required("revision"), content: try object.optional("content"),
      isAutomatic: try object.optional("automatic", Int.self) == 1,
      takesEffectAt: try object.optional("takesEffectAt"))
  }
}
