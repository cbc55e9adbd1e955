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
    return parts.json
  }

  public init(stored json: JSON) throws(RuntimeError) {
    let object = try StoredObject(json, what: "payload")
    self.init(
      element: try object.optional("element"), pass: try object.optional("pass"),
      step: try object.optional("step"), outcome: try object.optional("outcome"),
      answer: try object.optional("answer"), actor: try object.optional("actor"),
      comment: try object.optional("comment"), skip: try object.optional("skip"))
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
    parts.add("comment", comment)
    parts.add("addressee", addressee)
    parts.add("givenAt", givenAt)
    parts.add("revision", revision)
    parts.add("takesEffectAt", takesEffectAt)
    return parts.json
  }

  public init(stored json: JSON) throws(RuntimeError) {
    let object = try StoredObject(json, what: "answer")
    let actor = try object.required("actor", Actor.self)
    self.init(
      item: try object.required("item"), outcome: try object.required("outcome"), actor: actor,
      onBehalfOf: try object.optional("onBehalfOf") ?? actor.person,
      comment: try object.optional("comment"), addressee: try object.optional("addressee"),
      givenAt: try object.required("givenAt"),
      revision: try object.required("revision"),
      takesEffectAt: try object.optional("takesEffectAt"))
  }
}
