// The stored form of an instance, and of what one message changed in it.

import Workflow

extension InstanceState: Storable {
  public var json: JSON {
    var parts = StoredParts()
    parts.add("instance", instance)
    parts.add("document", document)
    parts.add("documentType", documentType)
    parts.add("workflow", workflow)
    parts.add("version", version)
    parts.add("originator", originator)
    parts.add("line", line)
    if isDependent { parts.add("dependent", 1) }
    parts.add("stage", stage)
    if !toRunFirst.isEmpty { parts.add("toRunFirst", toRunFirst) }
    if !toRestart.isEmpty { parts.add("toRestart", toRestart) }
    parts.add("changes", changes)
    if isAskedAgain { parts.add("askedAgain", 1) }
    parts.add("heldUntil", heldUntil)
    parts.add("endReason", endReason)
    parts.add("elements", ElementTable(elements))
    return parts.json
  }

  public init(stored json: JSON) throws(RuntimeError) {
    let object = try StoredObject(json, what: "instance")
    self.init(
      instance: try object.required("instance"), document: try object.required("document"),
      documentType: try object.required("documentType"),
      workflow: try object.required("workflow"), version: try object.required("version"),
      originator: try object.required("originator"), line: try object.optional("line"),
      isDependent: try object.optional("dependent", Int.self) == 1,
      stage: try object.required("stage"),
      toRunFirst: try object.optional("toRunFirst") ?? [],
      toRestart: try object.optional("toRestart") ?? [],
      changes: try object.optional("changes"),
      isAskedAgain: try object.optional("askedAgain", Int.self) == 1,
      heldUntil: try object.optional("heldUntil"), endReason: try object.optional("endReason"),
      elements: try object.required("elements", ElementTable.self).elements)
  }

  /// What differs from an earlier state of the same instance: what is about the whole, and the
  /// elements that changed. Nil when nothing does. ``applying(_:)`` is its inverse; history is
  /// folded with it.
  public func change(since earlier: InstanceState?) -> JSON? {
    guard let earlier else { return json }
    guard self != earlier else { return nil }
    var parts = StoredParts()
    if version != earlier.version { parts.add("version", version) }
    if stage != earlier.stage { parts.add("stage", stage) }
    if toRunFirst != earlier.toRunFirst { parts.add("toRunFirst", toRunFirst) }
    if toRestart != earlier.toRestart { parts.add("toRestart", toRestart) }
    if changes != earlier.changes { parts.add("changes", changes ?? "") }
    if isAskedAgain, !earlier.isAskedAgain { parts.add("askedAgain", 1) }
    if heldUntil != earlier.heldUntil { parts.add("heldUntil", heldUntil) }
    if endReason != earlier.endReason { parts.add("endReason", endReason) }
    let changed = elements.filter { earlier.elements[$0.key] != $0.value }
    if !changed.isEmpty { parts.add("elements", ElementTable(changed)) }
    return parts.json
  }

  /// The state after a change that ``change(since:)`` described.
  public func applying(_ change: JSON) throws(RuntimeError) -> InstanceState {
    let object = try StoredObject(change, what: "change")
    var next = self
    if let version = try object.optional("version", Int.self) { next.version = version }
    if let stage = try object.optional("stage", Stage.self) { next.stage = stage }
    if let paths = try object.optional("toRunFirst", [ElementPath].self) { next.toRunFirst = paths }
    if let paths = try object.optional("toRestart", [ElementPath].self) { next.toRestart = paths }
    if let changes = try object.optional("changes", String.self) {
      next.changes = changes.isEmpty ? nil : changes
    }
    if try object.optional("askedAgain", Int.self) == 1 { next.isAskedAgain = true }
    if let until = try object.optional("heldUntil", Timestamp.self) { next.heldUntil = until }
    if let reason = try object.optional("endReason", HistoryEvent.self) { next.endReason = reason }
    if let table = try object.optional("elements", ElementTable.self) {
      next.elements.merge(table.elements) { _, new in new }
    }
    return next
  }
}

/// Elements by path, in the order of their paths so that equal states have equal bytes.
struct ElementTable: Storable {
  let elements: [ElementPath: ElementState]

  init(_ elements: [ElementPath: ElementState]) { self.elements = elements }

  var json: JSON {
    var object = JSONObject(capacity: elements.count)
    for (path, element) in elements.sorted(by: { $0.key < $1.key }) {
      object.append(path.description, element.json)
    }
    return .object(object)
  }

  init(stored json: JSON) throws(RuntimeError) {
    guard let pairs = json.object else {
      throw RuntimeError(.unreadable, "the stored elements are not an object")
    }
    var elements: [ElementPath: ElementState] = [:]
    for (path, element) in pairs {
      elements[ElementPath(parsing: path)] = try ElementState(stored: element)
    }
    self.elements = elements
  }
}

extension ElementState: Storable {
  public var json: JSON {
    var parts = StoredParts()
    parts.add("pass", pass)
    parts.add("phase", phase)
    parts.add("outcome", outcome)
    if !rounds.isEmpty { parts.add("rounds", rounds) }
    parts.add("startedAt", startedAt)
    parts.add("endedAt", endedAt)
    parts.add("dueAt", dueAt)
    parts.add("sentBackTo", sentBackTo)
    parts.add("sentBackAt", sentBackAt)
    parts.add("firstStep", firstStep)
    if beginsFinally { parts.add("beginsFinally", 1) }
    if isPassed { parts.add("passed", 1) }
    if !endedBranches.isEmpty { parts.add("endedBranches", endedBranches) }
    if iteration != 0 { parts.add("iteration", iteration) }
    if !children.isEmpty { parts.add("children", children) }
    parts.add("revision", revision)
    return parts.json
  }

  public init(stored json: JSON) throws(RuntimeError) {
    let object = try StoredObject(json, what: "element")
    self.init(
      pass: try object.required("pass"), phase: try object.required("phase"),
      outcome: try object.optional("outcome"), rounds: try object.optional("rounds") ?? [],
      startedAt: try object.required("startedAt"), endedAt: try object.optional("endedAt"),
      dueAt: try object.optional("dueAt"), sentBackTo: try object.optional("sentBackTo"),
      sentBackAt: try object.optional("sentBackAt"),
      firstStep: try object.optional("firstStep"),
      beginsFinally: try object.optional("beginsFinally", Int.self) == 1,
      isPassed: try object.optional("passed", Int.self) == 1,
      endedBranches: try object.optional("endedBranches") ?? [],
      iteration: try object.optional("iteration") ?? 0,
      children: try object.optional("children") ?? [],
      revision: try object.optional("revision"))
  }
}
