// One telling of a scenario: the real engine, on a store, in one mode.

import Foundation
import MemoryStore
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

/// A story that is told with `given`, `when` and `then`.
final class Story {
  let mode: Mode
  let clock = VirtualClock()
  let switches = Switches()
  private let random = CountingRandom()
  private var place: Place
  private(set) var engine: Engine
  private(set) var organization: String
  private(set) var documents: [(name: String, id: DocumentID)] = []
  /// How often a process was thrown away and another one opened the store.
  private(set) var openings = 0
  /// When the story began.
  let beginning: Timestamp

  static let root = Actor("carol")

  init(_ scenario: Scenario, _ mode: Mode) throws {
    self.mode = mode
    place = mode.isFile ? try .file() : .memory()
    organization = scenario.organization
    beginning = clock.now()
    engine = Engine(
      store: place.store, types: [TripType(switches)], clock: clock, random: random)
    try engine.loadOrganization(organization, file: "organization.yaml", by: nil)
    for workflow in scenario.workflows { try save(workflow) }
  }

  var when: When { When(story: self) }

  // MARK: Preparing

  func given(_ givens: Given...) throws { for given in givens { try given.prepare(self) } }

  func draft(_ name: String, _ content: DocumentContent, by person: PersonID) throws {
    let document = try engine.createDocument(type: "trip", content: content, by: Actor(person))
    documents.append((name, document.id))
  }

  func save(_ workflow: Scenario.File) throws {
    let saved = try engine.saveWorkflow(
      workflow.text, file: "\(workflow.id).yaml", comment: nil, by: Self.root)
    try engine.activateWorkflow(
      saved.workflow, version: saved.version, acceptingWarnings: true, by: Self.root)
  }

  func changeOrganization(_ that: String, to this: String) throws {
    guard organization.contains(that) else { throw Surprise("nothing says “\(that)”") }
    organization = organization.replacing(that, with: this)
    try engine.loadOrganization(organization, file: "organization.yaml", by: Self.root)
    try comeToRest()
  }

  func pause() throws { try engine.pause(by: Self.root) }

  func `continue`() throws {
    try engine.continue(by: Self.root)
    try comeToRest()
  }

  // MARK: Doing

  func document(_ name: String? = nil) throws -> DocumentID {
    guard let found = documents.last(where: { name == nil || $0.name == name }) else {
      throw Surprise("there is no document \(name ?? "")")
    }
    return found.id
  }

  func perform(_ deed: Deed, by person: PersonID) throws {
    try engine.perform(request(deed, by: person), by: Actor(person))
    try comeToRest()
  }

  private func request(_ deed: Deed, by person: PersonID) throws -> ActionRequest {
    let document = try document(deed.trip)
    var target = ActionRequest.Target.document(document)
    if let line = deed.instanceLine {
      let instances = try read { try $0.instances(InstanceQuery(document: document, limit: 1_000)) }
      guard let child = instances.first(where: { $0.line == line }) else {
        throw Surprise("line \(line) has no instance")
      }
      target = .instance(child.id)
    }
    if let item = deed.item {
      target = .item(item)
    } else if deed.namesItem {
      let items = try openItems().filter { item in
        item.document == document
          && (deed.place == nil || item.step == deed.place || "\(item.element)" == deed.place)
          && (deed.person == nil || item.personActedFor == deed.person)
          && (deed.line == nil || item.line == deed.line)
      }
      let own = items.filter { $0.visibleTo.contains(person) }
      guard let item = own.first ?? items.first else { throw Surprise("there is no such item") }
      target = .item(item.id)
    }
    return ActionRequest(
      deed.action, target, comment: deed.comment, addressee: deed.addressee, choice: deed.choice,
      queue: deed.queue, version: deed.version, outcome: deed.outcome, undoWindow: deed.window)
  }

  /// Why the engine refuses it; nil when it does not, and then it is done.
  func refusal(_ deed: Deed, by person: PersonID) throws -> EngineError? {
    let request = try request(deed, by: person)
    do {
      try engine.perform(request, by: Actor(person))
      return nil
    } catch let error as EngineError { return error }
  }

  /// Somebody changes the content of a document.
  func edit(
    _ name: String? = nil, by person: PersonID, _ change: (inout DocumentContent) -> Void
  ) throws {
    let detail = try engine.document(document(name), as: Actor(person))
    var content = detail.document.content
    change(&content)
    try engine.editDocument(detail.document.id, revision: nil, content: content, by: Actor(person))
  }

  // MARK: Time

  /// Time goes by: everything that is due meanwhile happens when it is due.
  func wait(_ duration: Duration) throws {
    let end = clock.now().advanced(by: duration)
    while let next = try read({ try $0.nextRunnableTime(of: "trip") }), next <= end {
      clock.advance(to: next)
      try comeToRest()
    }
    clock.advance(to: end)
    try comeToRest()
  }

  /// Time goes by while no process runs.
  func downtime(_ duration: Duration) throws {
    clock.advance(by: duration)
    try reopen()
    try comeToRest()
  }

  // MARK: Running

  func comeToRest() throws {
    guard try !engine.batchJobSettings().isPaused else { return }
    for _ in 0..<10_000 {
      if mode.unloads { try reopen() }
      let limits = mode.unloads ? BatchLimits.single : nil
      let outcome = try engine.runner.runBatch(for: ["trip"], limits: limits)
      if outcome.isIdle { return }
    }
    throw Surprise("the batch job never comes to rest")
  }

  private func reopen() throws {
    openings += 1
    place = try place.reopened()
    engine = Engine(
      store: place.store, types: [TripType(switches)], clock: clock, random: random)
  }

  /// Verifies the record that the story left: every chain, and the states that it folds to.
  func verify() throws {
    var findings: [String] = []
    _ = try engine.verify { findings.append("\($0)") }
    guard findings.isEmpty else { throw Surprise(findings.joined(separator: "; ")) }
  }

  /// Ends the story and removes its place.
  func end() throws { try place.remove() }

  // MARK: Looking

  func read<Result>(_ body: (any StoreReading) throws -> Result) throws -> Result {
    try place.store.read(body)
  }

  func openItems() throws -> [WorkItem] {
    try read { try $0.workItems(WorkItemQuery(.allOpen, limit: 10_000)) }
  }

  func items(of name: String? = nil) throws -> [WorkItem] {
    let id = try document(name)
    return try read { reading in
      try reading.instances(InstanceQuery(document: id, limit: 1_000)).reversed().flatMap {
        try reading.workItems(WorkItemQuery(.instance($0.id), limit: 1_000))
      }
    }
  }

  func stored(_ name: String? = nil) throws -> StoredDocument {
    let id = try document(name)
    guard let document = try read({ try $0.document(id) }) else {
      throw Surprise("\(id) is not in the store")
    }
    return document
  }

  /// The newest instance of a document as a whole.
  func instance(_ name: String? = nil) throws -> StoredInstance {
    guard let id = try stored(name).instance, let instance = try read({ try $0.instance(id) })
    else { throw Surprise("it was not submitted") }
    return instance
  }

  func history(_ name: String? = nil) throws -> [HistoryEntry] {
    let id = try document(name)
    return try read { try $0.history(HistoryQuery(.document(id), limit: 10_000)) }.map(\.entry)
  }

  /// What the executables did.
  func journal() throws -> [String] {
    try read { try $0.records(in: TripType.journal, after: 0, limit: 1_000) }.map(\.body)
  }

  func chronicle() throws -> Chronicle {
    try read { try Chronicle(of: documents.map(\.id), in: $0) }
  }
}
