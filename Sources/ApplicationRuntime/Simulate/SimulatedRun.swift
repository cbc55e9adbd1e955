// The batch job of a simulated run: messages, items and instances as values, driven to the end.

import Workflow
import WorkflowRuntime

/// A run in memory. It is a value: a copy of it finds out what the clock does if nobody answers.
struct SimulatedRun {
  var answers: SimulatedAnswers
  let parts: EngineParts
  let organization: Organization
  let reading: any StoreReading
  var now: Timestamp
  private(set) var entries: [SimulationReport.Entry] = []
  private(set) var ending = ""
  private(set) var isCompleted = false
  var instances: [InstanceID: SimulatedInstance] = [:]
  var pending: [Message] = []
  var items: [WorkItem] = []
  private var number: Int64 = 0
  /// Whether this is the copy in which nobody answers.
  private var isUnanswered = false

  /// More messages than this end it: a workflow that goes round for ever.
  private static let limit = 20_000
  /// So much is told of what the clock does.
  private static let greatestClockEntries = 12

  init(
    answers: SimulatedAnswers, parts: EngineParts, organization: Organization,
    reading: any StoreReading, now: Timestamp
  ) {
    self.answers = answers
    self.parts = parts
    self.organization = organization
    self.reading = reading
    self.now = now
  }

  mutating func nextNumber() -> Int64 {
    number += 1
    return number
  }

  /// The first instance, of the document as a whole.
  mutating func begin(
    _ document: StoredDocument, _ definition: WorkflowDefinition, version: Int
  ) {
    begin(document, definition, version: version, parent: nil, line: nil)
  }

  mutating func begin(
    _ document: StoredDocument, _ definition: WorkflowDefinition, version: Int,
    parent: ParentElement?, line: Int?, changes: String? = nil
  ) {
    let id = InstanceID(Int64(instances.count + 1))
    instances[id] = SimulatedInstance(
      definition: definition, document: document, parent: parent, state: nil,
      start: InstanceState(
        instance: id, document: document.id, documentType: document.type,
        workflow: definition.id, version: version, originator: document.originator, line: line,
        isDependent: parent?.isDependent ?? false))
    post(
      .activation, Payload(actor: Actor(document.originator), changes: changes), to: id,
      dueAt: nil)
  }

  mutating func post(
    _ type: MessageType, _ payload: Payload, to instance: InstanceID, dueAt: Timestamp?
  ) {
    guard let document = instances[instance]?.document else { return }
    pending.append(
      Message(
        sequence: nextNumber(), instance: instance, document: document.id,
        documentType: document.type, type: type, payload: payload, postedAt: now, postedBy: nil,
        dueAt: dueAt ?? now, state: .ready))
  }

  /// Runs until nothing is due and nobody is asked.
  mutating func drive() throws {
    for _ in 0..<Self.limit {
      if let message = takeDue() {
        do {
          try handle(message)
        } catch let error as RuntimeError {
          ending = "it would stop: \(error.message)"
          return
        }
      } else if let index = items.firstIndex(where: { !isOnHold($0) }) {
        try answer(items.remove(at: index))
      } else {
        return end()
      }
    }
    ending = "it goes on for ever: it was given up after \(Self.limit) messages"
  }

  private mutating func end() {
    let first = instances[InstanceID(1)]
    isCompleted = first?.status == .completed
    ending =
      isCompleted
      ? "it is \(first?.document.status.inSentence ?? "done")"
      : "it waits: \(first?.document.waitingFor ?? first?.document.status.inSentence ?? "")"
  }

  private mutating func takeDue() -> Message? {
    let next = pending.indices.filter { pending[$0].dueAt <= now }
      .min { (pending[$0].dueAt, pending[$0].sequence) < (pending[$1].dueAt, pending[$1].sequence) }
    return next.map { pending.remove(at: $0) }
  }

  /// An item waits while its document is to be changed.
  private func isOnHold(_ item: WorkItem) -> Bool {
    guard !item.isSentBack else { return false }
    let instance = instances[item.instance]
    let whole = instance?.start.line == nil ? nil : instance?.parent?.instance
    return items.contains {
      $0.isSentBack
        && (($0.instance == item.instance && $0.line == item.line)
          || ($0.instance == whole && $0.line == nil))
    }
  }

  private mutating func answer(_ item: WorkItem) throws {
    let given = try answers.answer(to: item)
    guard let person = item.assignee ?? item.candidates.first,
      let instance = instances[item.instance]
    else { return }
    if let index = entries.lastIndex(where: { $0.event == nil && $0.matches(item) }) {
      entries[index].answer = given.words
    }
    let lookup = try lookup(of: instance)
    let answer = Answer(
      item: item.id, outcome: given.outcome, choice: given.choice, actor: Actor(person),
      onBehalfOf: item.personActedFor(by: person), comment: "simulated", givenAt: now,
      revision: instance.document.revision, content: try lookup.contentHash)
    post(
      .workItemAnswered,
      Payload(element: item.element, pass: item.pass, step: item.step, answer: answer),
      to: item.instance, dueAt: nil)
  }

  func lookup(of instance: SimulatedInstance) throws -> DocumentLookup {
    DocumentLookup(
      document: instance.document, line: instance.start.line,
      type: try parts.type(instance.document.type), organization: organization,
      today: organization.zone.day(of: now), reading,
      openItems: { [items] in items.filter { $0.instance == instance.start.instance } },
      holdOfWhole: { [instances] in
        let parent = instance.start.line == nil ? nil : instance.parent
        return parent.flatMap { instances[$0.instance]?.state }.map(DocumentHold.init)
      })
  }

  mutating func tell(_ entry: SimulationReport.Entry) { entries.append(entry) }

  // MARK: The clock

  /// What limits and reminders would do with an element if nobody answered.
  func clock(of element: ElementPath, in instance: InstanceID) -> [SimulationReport.Entry] {
    guard !isUnanswered, pending.contains(where: { $0.isTimer(of: element, in: instance) })
    else { return [] }
    let line = instances[instance]?.start.line
    var copy = self
    copy.isUnanswered = true
    copy.entries = []
    for _ in 0..<200 {
      guard let next = copy.pending.map(\.dueAt).min() else { break }
      copy.now = max(copy.now, next)
      guard let message = copy.takeDue() else { break }
      do { try copy.handle(message) } catch { break }
      let told = copy.entries.filter { $0.isOfClock && $0.element == element && $0.line == line }
      if told.count >= Self.greatestClockEntries { break }
      guard
        copy.pending.contains(where: {
          $0.isTimer(of: element, in: instance) || $0.dueAt <= copy.now
        })
      else { break }
    }
    return Array(
      copy.entries.filter { $0.isOfClock && $0.element == element && $0.line == line }
        .prefix(Self.greatestClockEntries))
  }
}

extension Message {
  fileprivate func isTimer(of element: ElementPath, in instance: InstanceID) -> Bool {
    type == .timerDue && payload.element == element && self.instance == instance
  }
}

extension SimulationReport.Entry {
  fileprivate func matches(_ item: WorkItem) -> Bool {
    element == item.element && step == item.step && line == item.line && answer == nil
      && people == (item.assignee.map { [$0] } ?? item.candidates)
  }

  /// Whether it is a limit's or a reminder's doing, or what follows from that.
  fileprivate var isOfClock: Bool {
    guard let event else { return true }
    return [
      .reminded, .overdue, .escalated, .limitReached, .approved, .rejected, .completed,
      .denied, .elementEnded, .orphaned, .delegated,
    ].contains(event)
  }
}
