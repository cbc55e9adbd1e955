// The random things that people do at a quiet point; what is offered must be done.

import MemoryStore
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

extension LanguageWalk {
  mutating func act() throws {
    switch random.number(0...99) {
    case 0...46: try answerSomething()
    case 47...59: try takeAnOffer()
    case 60...66: try editSomething()
    case 67...88: try passTime()
    case 89...93:
      organization.change(&random)
      note("away: \(organization.disabled), for: \(organization.delegations)")
      try loadOrganization()
    case 94...95: try save(random.pick(Self.workflows) ?? AnyWorkflow.main)
    case 96: try cancelSomething()
    default:
      // Several answers are in the queue together.
      for _ in 0..<random.number(2...4) {
        do { try answerSomething() } catch is EngineError {}
      }
    }
  }

  /// Content that conditions, providers and automatic actions tell apart.
  private mutating func content(related: String?) -> DocumentContent {
    var fields: Record = [
      "subject": .text("n\(random.number(0...99))"), "amount": amount(),
      "country": .text(random.one(of: "DK", "DK", "SE", "NO", "nowhere")),
      "checked": .bool(random.chance(75)), "cost-center": .text(random.one(of: "c1", "c2", "c9")),
    ]
    if random.chance(70) { fields["share"] = .number(1) }
    if random.chance(80) {
      fields["approver"] = .text(random.pick(organization.people)?.rawValue ?? "")
    }
    if let related { fields["related"] = .text(related) }
    let lines = (0..<random.number(0...3)).map { _ in line() }
    return DocumentContent(fields: fields, lines: lines)
  }

  private mutating func line() -> Record {
    [
      "amount": amount(), "checked": .bool(random.chance(75)),
      "approver": .text(random.pick(organization.people)?.rawValue ?? ""),
    ]
  }

  private mutating func amount() -> Value {
    .money(Money(minorUnits: Int64(random.number(0...20) * 10_000), currency: .euro))
  }

  /// A new document, mostly with another one beside it that its workflow may send along.
  mutating func submit() throws {
    let active = organization.people.filter { !organization.disabled.contains($0) }
    guard let originator = random.pick(active) else { return }
    var related: DocumentID?
    if random.chance(85) {
      var content = content(related: nil)
      content.fields["country"] = .text("elsewhere")
      related = try engine.createDocument(type: "note", content: content, by: Actor(originator)).id
    }
    let content = content(related: related?.rawValue)
    document = try engine.createDocument(type: "note", content: content, by: Actor(originator)).id
    note("submit \(document) by \(originator): \(content.storedFields) \(content.storedLines)")
    try engine.perform(.init(.submit, .document(document)), by: Actor(originator))
  }

  /// Somebody answers an item of theirs, forward or not.
  private mutating func answerSomething() throws {
    guard let item = random.pick(openItems), let person = random.pick(item.visibleTo) else {
      return
    }
    let permissions = try permissions(of: person, on: item)
    let answers: [Action] = [
      .approve, .complete, .choose, .approve, .complete, .choose, .reject, .requestChange, .deny,
      .resubmit, .accept, .release, .delegate,
    ]
    let allowed = answers.filter {
      $0 == .resubmit
        ? item.isSentBack && permissions.reason(against: .resubmit) == nil
        : permissions.reason(against: $0, on: item) == nil
    }
    guard let action = random.pick(allowed) else { return }
    let requests = requests(action, on: item, of: permissions)
    guard var request = random.pick(requests) else { return }
    if action.answer != nil, random.chance(20) { request.undoWindow = .seconds(5) }
    if action == .resubmit, random.chance(50), let stored = store.tables.documents[item.document] {
      try change(stored, by: person)
    }
    try perform(request, by: person)
  }

  /// Anything that `explain` offers to anybody, ending the whole less often than the rest.
  private mutating func takeAnOffer() throws {
    guard let id = random.pick(store.tables.documents.keys.sorted()),
      let person = random.pick(organization.people), !organization.disabled.contains(person)
    else { return }
    let offers = try engine.explain(id, as: Actor(person)).actions.filter(\.isAllowed)
    guard let offer = random.pick(offers), ![.edit, .delete].contains(offer.action) else { return }
    if [.recall, .cancel].contains(offer.action), random.chance(60) { return }
    let permissions = try permissions(of: person, onDocument: id)
    guard let request = random.pick(requests(offer.action, on: offer.item, of: permissions)) else {
      return
    }
    do { try perform(request, by: person) } catch let error as EngineError {
      // Which queue and which version fit is known only by asking for it.
      guard [.move, .migrate].contains(offer.action) else { throw error }
    }
  }

  /// An administrator ends a workflow, whatever it waits for.
  private mutating func cancelSomething() throws {
    let roots = openInstances.filter { $0.parent?.isDependent != true }
    guard let instance = random.pick(roots),
      try permissions(of: AnyOrganization.administrator, onDocument: instance.document)
        .reason(against: .cancel) == nil
    else { return }
    try perform(
      .init(.cancel, .document(instance.document), comment: "enough"),
      by: AnyOrganization.administrator)
  }

  mutating func perform(_ request: ActionRequest, by person: PersonID) throws {
    note("\(request.action) \(request.target) by \(person) \(request.choice ?? "")")
    do { try engine.perform(request, by: Actor(person)) } catch let error as EngineError {
      note("  \(error.message) \(error.details)")
      throw error
    }
  }

  /// Who may change a document does.
  private mutating func editSomething() throws {
    guard let id = random.pick(store.tables.documents.keys.sorted()),
      let stored = store.tables.documents[id],
      let editor = stored.editableBy ?? stored.editableLines.min(by: { $0.key < $1.key })?.value,
      !organization.disabled.contains(editor)
    else { return }
    try change(stored, by: editor)
  }

  private mutating func change(_ stored: StoredDocument, by editor: PersonID) throws {
    var content = try engine.document(stored.id, as: Self.administrator).document.content
    if stored.editableBy == editor {
      content.fields["amount"] = amount()
      if random.chance(50) { content.fields["checked"] = .bool(true) }
      if random.chance(15) { content.lines.append(line()) }
      if random.chance(15), !content.lines.isEmpty { content.lines.removeLast() }
      if random.chance(15), let index = random.pick(Array(content.lines.indices)) {
        content.lines[index]["amount"] = amount()
      }
    }
    for line in stored.lines(editableBy: editor) where line <= content.lines.count {
      content.lines[line - 1]["amount"] = amount()
    }
    note("edit \(stored.id) by \(editor)")
    try engine.editDocument(stored.id, revision: nil, content: content, by: Actor(editor))
  }

  /// A while, or until something is due.
  private mutating func passTime() throws {
    if random.chance(60), let next = try store.read({ try $0.nextRunnableTime(of: "note") }) {
      note("until \(next)")
      return moveClock(to: next)
    }
    let passed = random.one(of: 2, 60, 4_000, 90_000, 700_000)
    note("\(passed) seconds pass")
    moveClock(by: .seconds(passed))
  }
}
