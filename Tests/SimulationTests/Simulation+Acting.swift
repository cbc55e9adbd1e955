// The random things that people do, and that happen to the store.

import MemoryStore
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

extension Simulation {
  mutating func act() throws {
    switch random.number(0...99) {
    case 0...11: try create()
    case 12...20: try submit()
    case 21...44: try answer()
    case 45...49: try own()
    case 50...53: try resubmit()
    case 54...55: try intervene()
    case 56: try handOver()
    case 57...58: try edit()
    case 59...80: try runBatch(random.one(of: 1, 1, 2, 5, 40, 256))
    case 81: changeProcess()
    case 82...83: try compareWithExplanation()
    case 84...87: try passTime()
    case 88...90: planFault()
    case 91: try changeHandlers()
    case 92: try changeOrganization()
    case 93: try changeWorkflow()
    case 94: try pauseOrContinue()
    case 95: try step()
    case 96...97: try mend()
    case 98: try restart()
    default: try observe()
    }
  }

  mutating func person() -> Actor {
    Actor(random.pick(organization.people) ?? SimulatedOrganization.administrator)
  }

  private mutating func content() -> DocumentContent {
    let amount = Money(minorUnits: Int64(random.number(0...300_000)), currency: .euro)
    var fields: Record = [
      "subject": .text("n\(random.number(0...99))"), "amount": .money(amount),
      "country": .text(random.one(of: "DK", "SE")),
    ]
    if random.chance(80) { fields["share"] = .number(1) }
    if random.chance(30), let other = random.pick(documents) {
      fields["related"] = .text(other.rawValue)
    }
    let lines = (0..<random.number(0...3)).map { number -> Record in
      let amount = Money(minorUnits: Int64(random.number(0...100_000)), currency: .euro)
      return ["amount": .money(amount), "project": .text("p\(number)")]
    }
    return DocumentContent(fields: fields, lines: lines)
  }

  private mutating func create() throws {
    let own = random.chance(20) ? DocumentID("own-\(random.number(1...9))") : nil
    let document = try process.engine.createDocument(
      type: "note", content: content(), id: own, by: person())
    note("created \(document.id) by \(document.originator)")
    if !documents.contains(document.id) { documents.append(document.id) }
    if random.chance(70) {
      try perform(.init(.submit, .document(document.id)), by: Actor(document.originator))
    }
  }

  mutating func perform(_ request: ActionRequest, by actor: Actor) throws {
    note("\(request.action.rawValue) \(request.target) by \(actor)")
    let tables = store.tables
    let result = try process.engine.perform(request, by: actor)
    note("  \(result.message)")
    if let item = result.workItems.first, request.action.answer != nil,
      tables.items[item]?.status.isOpen == false
    {
      throw Violation("\(item) was closed and has been acted on")
    }
  }

  private mutating func submit() throws {
    guard let id = random.pick(documents) else { return }
    let owner = store.tables.documents[id].map { Actor($0.originator) }
    let who = random.chance(85) ? owner : person()
    let key = random.chance(20) ? "k\(random.number(1...20))" : nil
    try perform(.init(.submit, .document(id), key: key), by: who ?? person())
  }

  /// An answer to an item, mostly an open one, mostly by someone who may.
  private mutating func answer() throws {
    let items = store.tables.items.values.sorted { $0.id < $1.id }
    let open = items.filter(\.status.isOpen)
    guard let item = random.pick(random.chance(90) && !open.isEmpty ? open : items) else { return }
    let who = random.chance(85) ? random.pick(item.visibleTo).map { Actor($0) } : nil
    let forward = item.actionForward
    let action = random.one(
      of: forward, forward, forward, forward, .reject, .requestChange, .deny, .complete, .approve)
    let request = ActionRequest(
      action, random.chance(80) ? .item(item.id) : .document(item.document),
      comment: random.chance(90) ? "because" : nil,
      addressee: action == .requestChange && random.chance(60)
        ? random.pick(organization.people) : nil,
      choice: action == .choose ? random.pick(item.outcomes)?.name : nil,
      undoWindow: random.chance(40) ? .seconds(random.one(of: 5, 5, 300)) : .zero,
      key: random.chance(10) ? "a\(random.number(1...20))" : nil)
    try perform(request, by: who ?? person())
  }

  /// Accept, release, undo or comment.
  private mutating func own() throws {
    let items = store.tables.items.values.filter { $0.status.isOpen || $0.answer != nil }
      .sorted { $0.id < $1.id }
    guard let item = random.pick(items) else { return }
    let action = random.one(of: Action.accept, .release, .undo, .undo, .comment)
    let somebody = item.answer?.actor.person ?? random.pick(item.visibleTo)
    try perform(
      .init(action, random.chance(50) ? .item(item.id) : .document(item.document), comment: "so"),
      by: somebody.map { Actor($0) } ?? person())
  }

  private mutating func resubmit() throws {
    let sentBack = store.tables.documents.values
      .filter { $0.editableBy != nil || !$0.editableLines.isEmpty }.sorted { $0.id < $1.id }
    guard let document = random.pick(sentBack) else { return }
    let lines = document.editableLines.sorted { $0.key < $1.key }.map(\.value)
    let editor = (document.editableBy ?? lines.first).map { Actor($0) }
    try perform(
      .init(.resubmit, .document(document.id)),
      by: random.chance(90) ? editor ?? person() : person())
  }

  private mutating func intervene() throws {
    let instances = store.tables.instances.values.sorted { $0.id < $1.id }
    guard let instance = random.pick(instances) else { return }
    let action = random.one(of: Action.recall, .cancel, .resume, .skip, .migrate)
    let outcome = random.one(
      of: ElementOutcome.completed, .completed, .returned, .denied, .changeRequested, .canceled)
    let actor = action == .recall ? Actor(instance.originator) : Self.administrator
    try perform(
      .init(
        action, .instance(instance.id), comment: "so be it",
        version: action == .migrate ? random.number(1...3) : nil, outcome: outcome),
      by: random.chance(80) ? actor : person())
  }

  private mutating func edit() throws {
    guard let id = random.pick(documents), let stored = store.tables.documents[id] else { return }
    let who = stored.editableBy ?? stored.originator
    note("edit \(id)")
    try process.engine.editDocument(
      id, revision: random.chance(70) ? stored.revision : nil, content: content(),
      by: random.chance(80) ? Actor(who) : person())
  }

  /// Delegate, reassign or move an item.
  private mutating func handOver() throws {
    let open = store.tables.items.values.filter(\.status.isOpen).sorted { $0.id < $1.id }
    guard let item = random.pick(open) else { return }
    let action = random.one(of: Action.delegate, .delegate, .reassign, .move)
    let owner = random.pick(item.visibleTo).map { Actor($0) } ?? Self.administrator
    try perform(
      .init(
        action, .item(item.id), comment: "please",
        addressee: action == .move ? nil : random.pick(organization.people),
        queue: action == .move ? random.one(of: "desk", "vault") : nil),
      by: action == .reassign ? Self.administrator : random.chance(85) ? owner : person())
  }

  /// What is explained as allowed is done, and what is explained as refused is refused.
  private mutating func compareWithExplanation() throws {
    guard let id = random.pick(documents) else { return }
    let who = person()
    let isActive = !disabled.contains(who.person)
    let offers = try process.engine.explain(id, as: who).actions
    // What these need beside the document is not made up here.
    let unnamed: Set<Action> = [
      .edit, .delete, .comment, .choose, .complete, .delegate, .reassign, .move, .migrate,
    ]
    let others = offers.filter { !unnamed.contains($0.action) }
    let allowed = others.filter(\.isAllowed)
    guard let offer = random.pick(random.chance(70) && !allowed.isEmpty ? allowed : others)
    else { return }
    do {
      try perform(.init(offer.action, .document(id), comment: "as explained"), by: who)
    } catch let error as EngineError where error.code == .notAllowed || error.code == .alreadyClosed
    {
      guard offer.isAllowed, isActive, offer.action != .submit, offer.action != .skip else {
        return
      }
      throw Violation("\(offer.action) is explained as allowed and refused: \(error.message)")
    }
    guard offer.isAllowed else {
      throw Violation("\(offer.action) is done and explained as refused: \(offer.reason ?? "")")
    }
  }

  /// Reading must work at every moment, and agree with what may be done.
  private mutating func observe() throws {
    guard let id = random.pick(documents) else { return }
    _ = try process.engine.explain(id, as: person())
    _ = try process.engine.document(id, as: Self.administrator)
    _ = try process.engine.queueOverview()
    if let instance = store.tables.documents[id]?.instance {
      _ = try process.engine.instance(instance, as: Self.administrator)
    }
  }
}

extension WorkItem {
  /// The answer that lets the flow go on.
  var actionForward: Action {
    if !outcomes.isEmpty { return .choose }
    switch kind {
    case .approval: return .approve
    case .task, .choice: return .complete
    case .return, .changeRequested: return .resubmit
    }
  }
}
