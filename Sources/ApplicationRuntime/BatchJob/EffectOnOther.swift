// What the messages of one instance do to others: its children and its parent.

import Workflow
import WorkflowRuntime

/// One effect, staged with the message that has it and written when its instance is saved.
enum EffectOnOther: Sendable {
  /// Starts a child: its instance, its activation, and what becomes of a related document.
  case start(StoredInstance, activation: Payload, document: RelatedDocument?)
  /// Asks the open dependent children of an element, or of all, to end.
  case cancel(below: ElementPath?, lines: Set<Int>? = nil, Payload)
  /// Lets the limits of the open lines go on: they were on hold since then.
  case releaseLines(since: Timestamp)
  /// Tells the parent how this child ended, and the hash of what was approved of a line.
  case tellParent(ElementOutcome, content: String?)

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
    case .cancel(let path, let lines, let payload):
      try Self.eachChild(of: instance.id, in: transaction) { child in
        guard child.isToCancel(below: path, lines: lines) else { return }
        var child = child
        child.isCanceling = true
        try transaction.update(child)
        try Self.post(.cancel, payload, to: child, in: transaction, at: now)
      }
    case .releaseLines(let since):
      let payload = Payload(timer: TimerPayload(.release, since: since))
      try Self.eachChild(of: instance.id, in: transaction) { child in
        guard child.line != nil, child.status.isOpen, !child.isCanceling else { return }
        try Self.post(.timerDue, payload, to: child, in: transaction, at: now)
      }
    case .tellParent(let outcome, let content):
      guard let parent = instance.parent, let stored = try transaction.instance(parent.instance),
        stored.status.isOpen
      else { return }
      try Self.post(
        .childEnded,
        Payload(
          element: parent.element, pass: parent.pass, outcome: outcome, child: parent.child,
          content: content),
        to: stored, in: transaction, at: now)
    }
  }

  // All children are asked in the one transaction of the message, however many there are: a
  // parent that is recalled beside a line that still goes on would be half done (SPEC 2). The
  // bounds of a batch stand between messages, not within one, and a child costs two rows here;
  // what each does then is its own message, in batches as small as ever.

  /// So many children are read at a time.
  private static let window = 500

  private static func eachChild(
    of parent: InstanceID, in transaction: any StoreTransaction,
    _ body: (StoredInstance) throws -> Void
  ) throws {
    var after: InstanceID?
    repeat {
      let children = try transaction.instances(
        InstanceQuery(parent: parent, after: after, limit: window))
      for child in children { try body(child) }
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
  fileprivate func isToCancel(below path: ElementPath?, lines: Set<Int>?) -> Bool {
    guard let parent, parent.isDependent, !isCanceling,
      lines.map({ $0.contains(parent.child.line) }) ?? true,
      status.isOpen || status == .unrecoverable
    else { return false }
    return path.map { parent.element.components.starts(with: $0.components) } ?? true
  }
}
