// Performing one action within one transaction: check, apply, post.

import Workflow
import WorkflowRuntime

/// The API's side of an action. Everything it does is in one transaction; what follows from it
/// is the batch job's.
struct ActionHandling {
  let parts: EngineParts
  let organization: Organization
  let transaction: any StoreTransaction
  let actor: Actor
  let request: ActionRequest
  let now: Timestamp

  init(
    _ request: ActionRequest, by actor: Actor, parts: EngineParts, organization: Organization,
    in transaction: any StoreTransaction
  ) throws {
    self.parts = parts
    self.transaction = transaction
    self.actor = actor
    self.request = request
    self.organization = organization
    now = parts.clock.now()
    try parts.acting(actor, in: organization)
  }

  func perform() throws -> ActionResult {
    try TextLimit.check(comment: request.comment)
    if request.action.requiresComment, request.comment?.isBlank ?? true {
      throw EngineError(.usage, "\(request.action.rawValue) needs a comment")
    }
    let target = try resolveTarget()
    switch request.action {
    case .submit: return try submit(target)
    case .resubmit: return try resubmit(target)
    case .recall, .cancel, .resume, .skip: return try intervene(target)
    case .migrate: return try migrate(target)
    case .comment: return try comment(target)
    case .approve, .reject, .requestChange, .deny, .complete, .choose: return try answer(target)
    case .accept, .release: return try changeOwner(target)
    case .delegate, .reassign: return try handOver(target)
    case .move: return try move(target)
    case .undo: return try takeBack(target)
    case .edit, .delete:
      throw EngineError(.usage, "\(request.action.rawValue) is not an action of this kind")
    }
  }

  /// The document that the request is about, with what the actor may do, and the item.
  struct Target {
    var document: StoredDocument
    let permissions: Permissions
    /// The item that was named, open or not; nil when a document or an instance was.
    let item: WorkItem?
  }

  private func resolveTarget() throws -> Target {
    let document: StoredDocument
    var item: WorkItem?
    var named: StoredInstance?
    switch request.target {
    case .document(let id):
      document = try transaction.existingDocument(id)
    case .item(let id):
      guard let found = try transaction.workItem(id) else {
        throw EngineError(.notFound, "there is no work item \(id)")
      }
      item = found
      document = try transaction.existingDocument(found.document)
      if found.instance != document.instance { named = try transaction.instance(found.instance) }
    case .instance(let id):
      guard let instance = try transaction.instance(id) else {
        throw EngineError(.notFound, "there is no instance \(id)")
      }
      document = try transaction.existingDocument(instance.document)
      guard document.instance == id || instance.line != nil else {
        throw EngineError(.notAllowed, "\(id) has ended; \(document.id) runs in a later instance")
      }
      named = instance
    }
    let permissions = try Permissions(
      of: actor.person, on: document, named: named, parts: parts, organization: organization,
      transaction)
    return Target(document: document, permissions: permissions, item: item)
  }

  /// Refuses the action with its reason, unless it is allowed.
  func require(_ target: Target) throws {
    if let reason = target.permissions.reason(against: request.action) {
      throw EngineError(.notAllowed, "\(target.document.id): \(reason)")
    }
  }

  func result(
    _ document: StoredDocument, items: [WorkItemID] = [], _ message: String
  ) -> ActionResult {
    ActionResult(
      document: document.id, workItems: items, instance: document.instance,
      status: document.status, message: message)
  }

  /// Posts a request to the workflow runtime.
  func post(
    _ type: MessageType, _ payload: Payload, to instance: StoredInstance,
    dueAt: Timestamp? = nil
  ) throws {
    let due = dueAt ?? now
    let message = Message(
      sequence: try transaction.next(.message), instance: instance.id,
      document: instance.document, documentType: instance.documentType, type: type,
      payload: payload, postedAt: now, postedBy: actor.person, dueAt: due,
      state: due > now ? .waiting : .ready)
    try transaction.insert(
      message, isHeld: instance.heldBy != nil && !type.overtakes)
  }

  /// Adds to the history of the document's instance, or of the document while it has none.
  func record(_ entries: HistoryEntry..., on document: StoredDocument) throws {
    var chain = HistoryChain(document: document.id, instance: document.instance)
    for entry in entries { try chain.append(entry, to: transaction, random: parts.random) }
  }

  /// Adds to the history of an instance.
  ///
  /// - Parameter savedState: the instance's state, where it is saved with this entry.
  func record(
    _ entry: HistoryEntry, of instance: InstanceID?, on document: StoredDocument,
    savedState: String? = nil
  ) throws {
    var chain = HistoryChain(document: document.id, instance: instance)
    try chain.append(entry, savedState: savedState, to: transaction, random: parts.random)
  }

  func name(of id: PersonID) -> String { organization.name(of: id) }
}

extension StoreReading {
  func existingDocument(_ id: DocumentID) throws -> StoredDocument {
    guard let document = try document(id) else {
      throw EngineError(.notFound, "there is no document \(id)")
    }
    return document
  }
}
