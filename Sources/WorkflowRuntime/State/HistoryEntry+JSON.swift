// The canonical form of a history entry: what is stored is what was hashed.

import Workflow

extension HistoryEntry: Storable {
  public var json: JSON {
    var parts = StoredParts()
    parts.add("event", event)
    parts.add("at", at)
    parts.add("actor", actor)
    parts.add("onBehalfOf", onBehalfOf)
    parts.add("element", element)
    parts.add("step", step)
    parts.add("comment", comment)
    parts.add("detail", detail)
    if !values.isEmpty { parts.add("values", values) }
    parts.add("message", message.map { Int($0) })
    if let change { parts.add("change", change) }
    return parts.json
  }

  public init(stored json: JSON) throws(RuntimeError) {
    let object = try StoredObject(json, what: "history entry")
    self.init(
      try object.required("event"), at: try object.required("at"),
      actor: try object.optional("actor"), onBehalfOf: try object.optional("onBehalfOf"),
      element: try object.optional("element"), step: try object.optional("step"),
      comment: try object.optional("comment"), detail: try object.optional("detail"),
      values: try object.optional("values") ?? [],
      message: try object.optional("message", Int.self).map(Int64.init),
      change: try object.optional("change"))
  }
}

extension HistoryEntry.ReadValue: Storable {
  public var json: JSON {
    var parts = StoredParts()
    parts.add("name", name)
    parts.add("value", value)
    return parts.json
  }

  public init(stored json: JSON) throws(RuntimeError) {
    let object = try StoredObject(json, what: "read value")
    self.init(name: try object.required("name"), value: try object.required("value"))
  }
}
