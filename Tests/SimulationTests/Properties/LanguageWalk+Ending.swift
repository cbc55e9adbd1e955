// Every instance can always still end.

import MemoryStore
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

extension LanguageWalk {
  /// Somebody can do something about each open instance, a time is coming, or it is told why not.
  func checkSomethingCanHappen() throws {
    for instance in openInstances {
      try require(
        canGoOn(instance),
        "nothing can happen to \(instance.id): \(instance.state ?? "no state") \(asked(instance))")
      guard instance.status == .stopped else { continue }
      let error = try engine.explain(instance.document, as: Self.administrator).error
      try require(
        instance.error?.isEmpty == false && (error?.isEmpty == false || instance.line != nil),
        "\(instance.id) is stopped and does not say why")
    }
  }

  /// Who is asked in an instance, and who may edit its document, for the report.
  private func asked(_ instance: StoredInstance) -> String {
    let items = openItems.filter { $0.document == instance.document }.map {
      "\($0.id) of \($0.instance) \($0.kind) \($0.status) \($0.visibleTo) line \($0.line ?? 0)"
    }
    let document = store.tables.documents[instance.document]
    return
      "\(items) \(document?.status.rawValue ?? "") \(document?.editableBy?.rawValue ?? "nobody") "
      + "\(document?.editableLines ?? [:])"
  }

  private func canGoOn(_ instance: StoredInstance) throws -> Bool {
    let tables = store.tables
    if instance.status == .stopped { return true }
    if tables.pending.values.contains(where: { $0.message.instance == instance.id && !$0.isHeld }) {
      return true
    }
    let items = openItems.filter { $0.instance == instance.id }
    for item in items where item.visibleTo.isEmpty {
      let reason = try permissions(of: AnyOrganization.administrator, on: item)
        .reason(against: .reassign, on: item)
      if reason == nil { return true }
    }
    for item in items {
      for person in item.visibleTo {
        let permissions = try permissions(of: person, on: item)
        let answers: [Action] = [.approve, .complete, .choose, .accept]
        if answers.contains(where: { permissions.reason(against: $0, on: item) == nil }) {
          return true
        }
        if item.isSentBack, permissions.reason(against: .resubmit) == nil { return true }
      }
      // A queue that rests: its keepers take the item elsewhere.
      let keeper = try permissions(of: AnyOrganization.administrator, on: item)
      if keeper.reason(against: .move, on: item) == nil { return true }
    }
    // The lines of a document that is sent back wait for it.
    if instance.line != nil, let whole = instance.parent?.instance,
      try openItems.contains(where: { try isWithSomebody($0, of: whole) })
    {
      return true
    }
    let children = tables.instances.values.filter {
      $0.parent?.instance == instance.id && $0.parent?.isDependent == true && $0.status.isOpen
    }
    return try children.contains { try canGoOn($0) }
  }

  /// Whether an item sends the whole document back to somebody who can resubmit it.
  private func isWithSomebody(_ item: WorkItem, of whole: InstanceID) throws -> Bool {
    guard item.instance == whole, item.isSentBack, item.line == nil else { return false }
    return try item.visibleTo.contains { person in
      try permissions(of: person, on: item).reason(against: .resubmit) == nil
    }
  }

  /// Everybody is back and wants it to end: people agree, originators mend and resubmit,
  /// administrators pass what is stopped. All of it must end, and soon.
  mutating func bringToTheEnd() throws {
    note("to the end")
    organization.becomeUsual()
    try loadOrganization()
    for round in 0..<150 {
      try settle()
      guard !openInstances.isEmpty else { return try checkEnd() }
      var acted = false
      for instance in openInstances where instance.status == .stopped {
        try pass(instance)
        acted = true
      }
      for item in openItems where item.isSentBack { acted = try agree(item) || acted }
      if !acted { for item in openItems { acted = try agree(item) || acted } }
      guard !acted else { continue }
      // What many failed with is held as one fault, and stops nobody who could be passed.
      if round > 40, store.tables.settings[SettingName.faults] != nil { try cancelAll() }
      guard let next = try store.read({ try $0.nextRunnableTime(of: "note") }) else {
        throw Violation("these cannot end: \(openStates)")
      }
      note("until \(next)")
      moveClock(to: next)
    }
    throw Violation("these do not end soon: \(openStates)")
  }

  private mutating func cancelAll() throws {
    for instance in openInstances where instance.parent?.isDependent != true {
      let permissions = try store.read { reading in
        try Permissions(
          of: AnyOrganization.administrator, on: try reading.existingDocument(instance.document),
          named: instance, parts: engine.parts, organization: try engine.organization(), reading)
      }
      guard permissions.reason(against: .cancel) == nil else { continue }
      try perform(.init(.cancel, .instance(instance.id)), by: AnyOrganization.administrator)
    }
  }

  private var openStates: String {
    openInstances.map { "\($0.id) \($0.status.rawValue) \($0.error ?? "") \($0.state ?? "")" }
      .joined(separator: "\n")
  }

  /// An administrator passes what is stopped; what is in no element is tried again.
  private mutating func pass(_ instance: StoredInstance) throws {
    note("stopped: \(instance.error ?? "")")
    let root = AnyOrganization.administrator
    do {
      try perform(
        .init(.skip, .instance(instance.id), comment: "enough", outcome: .completed), by: root)
    } catch is EngineError { try perform(.init(.resume, .instance(instance.id)), by: root) }
  }

  /// The answer of somebody who wants it to end; false when it has to wait.
  private mutating func agree(_ item: WorkItem) throws -> Bool {
    guard store.tables.items[item.id]?.status.isOpen == true else { return false }
    guard let person = item.visibleTo.first else {
      let root = try permissions(of: AnyOrganization.administrator, on: item)
      guard root.reason(against: .reassign, on: item) == nil else { return false }
      guard let request = requests(.reassign, on: item, of: root).first else { return false }
      try perform(request, by: AnyOrganization.administrator)
      return true
    }
    let permissions = try permissions(of: person, on: item)
    if item.isSentBack {
      guard permissions.reason(against: .resubmit) == nil else { return false }
      try mend(item, by: person)
      try perform(.init(.resubmit, .item(item.id), comment: "mended"), by: person)
      return true
    }
    let forward = item.actionForward
    guard permissions.reason(against: forward, on: item) == nil else { return false }
    let choice = item.outcomes.first { $0.answer == .complete }?.name
    try perform(.init(forward, .item(item.id), comment: "fine", choice: choice), by: person)
    return true
  }

  /// What the system found wrong is put right.
  private mutating func mend(_ item: WorkItem, by person: PersonID) throws {
    guard let stored = store.tables.documents[item.document] else { return }
    var content = try engine.document(item.document, as: Self.administrator).document.content
    if stored.editableBy == person {
      content.fields["checked"] = .bool(true)
      for index in content.lines.indices { content.lines[index]["checked"] = .bool(true) }
    }
    for (line, editor) in stored.editableLines where editor == person {
      content.lines[line - 1]["checked"] = .bool(true)
    }
    try engine.editDocument(item.document, revision: nil, content: content, by: Actor(person))
  }

  /// Nothing is left of what has ended.
  private mutating func checkEnd() throws {
    try checkHistory()
    let tables = store.tables
    try require(openItems.isEmpty, "items are left: \(openItems)")
    try require(tables.pending.isEmpty, "messages are left: \(tables.pending)")
    for document in tables.documents.values {
      let isLeft = [.submitted, .inReview, .changeRequested].contains(document.status)
      try require(!isLeft && document.editableBy == nil, "\(document.id) is \(document.status)")
    }
  }
}
