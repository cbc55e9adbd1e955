// What is offered is done, and what is refused is refused: for every person and every action.

import MemoryStore
import Synchronization
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime

extension LanguageWalk {
  func permissions(of person: PersonID, on item: WorkItem) throws -> Permissions {
    try permissions(of: person, onDocument: item.document, named: item.instance)
  }

  func permissions(
    of person: PersonID, onDocument id: DocumentID, named: InstanceID? = nil
  ) throws -> Permissions {
    let engine = engine
    let organization = try engine.organization()
    return try store.read { reading in
      let document = try reading.existingDocument(id)
      let other = named == document.instance ? nil : named
      return try Permissions(
        of: person, on: document, named: try other.flatMap { try reading.instance($0) },
        parts: engine.parts, organization: organization, reading)
    }
  }

  /// The ways to ask for an action that the one who is offered it would take to be good.
  func requests(
    _ action: Action, on item: WorkItem?, of permissions: Permissions
  ) -> [ActionRequest] {
    let ofItem: Set<Action> = [
      .approve, .reject, .requestChange, .deny, .complete, .choose, .accept, .release, .delegate,
      .move, .undo, .reassign, .resubmit,
    ]
    let target =
      item.flatMap { ofItem.contains(action) ? ActionRequest.Target.item($0.id) : nil }
      ?? .document(permissions.document.id)
    let usual = ActionRequest(action, target, comment: "because", outcome: .completed)
    switch action {
    case .choose:
      return (item?.outcomes ?? []).map { outcome in
        usual.with { $0.choice = outcome.name }
      }
    case .requestChange:
      return organization.people.filter { !organization.disabled.contains($0) }
        .map { person in usual.with { $0.addressee = person } } + [usual]
    case .delegate, .reassign:
      guard let item else { return [] }
      return organization.people.filter { permissions.reason(against: $0, of: item) == nil }
        .map { person in usual.with { $0.addressee = person } }
    case .move:
      return [QueueID("desk"), "vault"].map { queue in usual.with { $0.queue = queue } }
    case .migrate: return (1...3).map { version in usual.with { $0.version = version } }
    case .skip:
      return [ElementOutcome.completed, .returned, .denied].map { outcome in
        usual.with { $0.outcome = outcome }
      }
    default: return [usual]
    }
  }

  /// Compares what every person is offered with what the engine does, and undoes it.
  mutating func checkOffers() throws {
    for id in store.tables.documents.keys.sorted() {
      let isOpen = store.tables.documents[id]?.instance
        .flatMap { store.tables.instances[$0]?.status.isOpen }
      guard isOpen == true || id == document else { continue }
      for person in organization.people where !organization.disabled.contains(person) {
        try checkOffers(to: person, on: id)
      }
    }
    for item in openItems {
      for person in organization.people where !organization.disabled.contains(person) {
        try checkOffers(to: person, of: item)
      }
    }
  }

  private func checkOffers(to person: PersonID, on id: DocumentID) throws {
    let permissions = try permissions(of: person, onDocument: id)
    let offers = try engine.explain(id, as: Actor(person)).actions
    // Deleting, which only drafts can be, has an entrance of its own.
    for offer in offers where offer.action != .delete {
      if offer.action == .edit {
        let error = try errorOfEditing(id, by: person)
        try require(
          (error == nil) == offer.isAllowed,
          "editing is \(offer.isAllowed ? "offered" : "refused") to \(person): "
            + (error?.message ?? offer.reason ?? ""))
      } else if offer.isAllowed {
        try checkDone(
          offer.action, requests(offer.action, on: offer.item, of: permissions), by: person)
      } else {
        let request = ActionRequest(
          offer.action, .document(id), comment: "because", addressee: "p1",
          choice: offer.item?.outcomes.first?.name, queue: "desk", version: 1)
        try checkRefused(request, by: person, reason: offer.reason)
      }
    }
  }

  private func checkOffers(to person: PersonID, of item: WorkItem) throws {
    let permissions = try permissions(of: person, on: item)
    let actions: [Action] = [
      .approve, .reject, .requestChange, .deny, .complete, .choose, .accept, .release, .delegate,
      .move, .reassign,
    ]
    var isIdle = item.visibleTo.contains(person) && !item.isSentBack
    for action in actions {
      let ways = requests(action, on: item, of: permissions)
      if let reason = permissions.reason(against: action, on: item) {
        for way in ways { try checkRefused(way, by: person, reason: reason) }
      } else {
        isIdle = false
        try checkDone(action, ways, by: person)
      }
    }
    let rests = item.queue.flatMap { permissions.organization.queues[$0]?.status } ?? .active
    try require(
      !isIdle || permissions.reasonForHold(of: item) != nil || rests != .active
        || permissions.instance(of: item)?.isCanceling == true,
      "\(item.id) lies with \(person), who can do nothing with it and is not told why")
  }

  private func checkDone(
    _ action: Action, _ requests: [ActionRequest], by person: PersonID
  ) throws {
    // Which queue and which version fit is known only by asking for it.
    guard ![.move, .migrate].contains(action) else { return }
    for request in requests {
      guard let error = try error(of: request, by: person) else { continue }
      throw Violation(
        "\(action) is offered to \(person) and refused for \(request): \(error.message)")
    }
  }

  private func checkRefused(
    _ request: ActionRequest, by person: PersonID, reason: String?
  ) throws {
    guard try error(of: request, by: person) == nil else { return }
    throw Violation(
      "\(request.action) is refused to \(person) (\(reason ?? "")) and done for \(request)")
  }

  /// As ``error(of:by:)``, for a change of what is open to the person.
  private func errorOfEditing(_ id: DocumentID, by person: PersonID) throws -> EngineError? {
    let parts = engine.parts
    return try store.write { transaction in
      do {
        return try transaction.savepoint {
          let type = LanguageType()
          let stored = try transaction.existingDocument(id)
          var content = try DocumentContent(
            stored: stored, schema: type.schema, currency: .euro)
          let lines = stored.lines(editableBy: person)
          if stored.editableBy != person, let line = lines.first {
            content.lines[line - 1]["approver"] = "somebody else"
          } else {
            content.fields["subject"] = "something else"
          }
          _ = try Drafting(type, by: Actor(person), parts: parts, in: transaction)
            .edit(stored, revision: nil, content: content)
          throw TakenBack()
        }
      } catch is TakenBack { return nil } catch { return EngineError.wrapping(error) }
    }
  }

  /// The error with which the engine refuses a request; nothing is kept of one that it does.
  private func error(of request: ActionRequest, by person: PersonID) throws -> EngineError? {
    let parts = engine.parts
    return try store.write { transaction in
      do {
        return try transaction.savepoint {
          _ = try ActionHandling(
            request, by: Actor(person), parts: parts,
            organization: try parts.sources.organization(transaction), in: transaction
          )
          .perform()
          throw TakenBack()
        }
      } catch is TakenBack { return nil } catch { return EngineError.wrapping(error) }
    }
  }
}

/// Undoes what was done to see whether it can be.
private struct TakenBack: Error {}

extension ActionRequest {
  fileprivate func with(_ change: (inout ActionRequest) -> Void) -> ActionRequest {
    var request = self
    change(&request)
    return request
  }
}
