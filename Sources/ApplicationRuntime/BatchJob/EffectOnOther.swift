// What the messages of one instance do to others: its children and its parent.

import Workflow
import WorkflowRuntime

/// One effect, staged with the message that has it and written when its instance is saved.
enum EffectOnOther: Sendable {
  /// Starts a child: its instance, its activation, and what becomes of a related document.
  case start(StoredInstance, activation: Payload, document: RelatedDocument?)
  /// Asks the open dependent children of an element, or of all, to end.
  case cancel(below: ElementPath?, Payload)
  /// Tells the parent how this child ended.
  case tellParent(ElementOutcome)

  /// The document of a subworkflow, as the child's start leaves it.
  struct RelatedDocument: Sendable {
    let document: StoredDocument
    let entries: [HistoryEntry]
  }

  func apply(
    to transaction: any StoreTransaction, from instance: StoredInstance,
    random: any RandomSource, at now: Timestamp
  ) throws {
    switch self {
    case .start(let child, let activation, let related):
      try transaction.insert(child)
      if let related {
        try transaction.update(related.document, fingerprints: nil)
        var chain = HistoryChain(document: related.document.id, instance: child.id)
        for entry in related.entries {
          try chain.append(entry, to: transaction, random: random)
        }
      }
      try Self.post(.activation, activation, to: child, in: transaction, at: now)
    case .cancel(let path, let payload):
      try Self.cancelChildren(of: instance.id, below: path, payload, in: transaction, at: now)
    case .tellParent(let outcome):
      guard let parent = instance.parent, let stored = try transaction.instance(parent.instance),
        stored.status.isOpen
      else { return }
      try Self.post(
        .childEnded,
        Payload(element: parent.element, pass: parent.pass, outcome: outcome, child: parent.child),
        to: stored, in: transaction, at: now)
    }
  }

  /// So many children are read at a time.
  private static let window = 500

  /// From here on nothing advances the children any more.
  private static func cancelChildren(
    of parent: InstanceID, below path: ElementPath?, _ payload: Payload,
    in transaction: any StoreTransaction, at now: Timestamp
  ) throws {
    var after: InstanceID?
    repeat {
      let children = try transaction.instances(
        InstanceQuery(parent: parent, after: after, limit: window))
      for var child in children where child.isToCancel(below: path) {
        child.isCanceling = true
        try transaction.update(child)
        try post(.cancel, payload, to: child, in: transaction, at: now)
      }
      after = children.count == window ? children.last?.id : nil
    } while after != nil
  }

  private static func post(
    _ type: MessageType, _ payload: Payload, to instance: StoredInstance,
    in transaction: any StoreTransaction, at now: Timestamp
  ) throws {
    let message = Message(
      sequence: try transaction.next(.message), instance: instance.id,
      document: instance.document, documentType: instance.documentType, type: type,
      payload: payload, postedAt: now, postedBy: nil, dueAt: now, state: .ready)
    try transaction.insert(message, isHeld: instance.heldBy != nil && !type.overtakes)
  }
}

extension StoredInstance {
  /// Whether it runs as a dependent child of an element below a path, and nobody ended it yet.
  fileprivate func isToCancel(below path: ElementPath?) -> Bool {
    guard let parent, parent.isDependent, !isCanceling,
      status.isOpen || status == .unrecoverable
    else { return false }
    return path.map { parent.element.components.starts(with: $0.components) } ?? true
  }
}
