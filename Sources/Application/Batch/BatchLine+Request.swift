// What a line asks of the engine, and which document it touches.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension BatchLine {
  /// The request of a line that acts.
  func request(_ action: Action, in session: Session) throws -> ActionRequest {
    if action.requiresComment, comment?.isBlank ?? true {
      throw EngineError(.usage, "\(Words.status(action.rawValue)) needs a comment.")
    }
    // A queue may be named as where the item goes, too.
    let queue = queue ?? (action == .move ? to.map { QueueID($0.rawValue) } : nil)
    return ActionRequest(
      action, try target(of: action, in: session), comment: comment,
      addressee: action == .move ? nil : to, choice: action == .choose ? outcome : nil,
      queue: queue, version: version, outcome: try elementOutcome, key: key)
  }

  /// How the element ends that is skipped.
  var elementOutcome: ElementOutcome? {
    get throws(EngineError) {
      guard work != .act(.choose), let text = outcome else { return nil }
      guard let outcome = ElementOutcome(rawValue: Word(text).lowerCamelCased) else {
        throw EngineError(
          .badData,
          "outcome: there is no outcome “\(text)”"
            + Nearest.hint(to: text, among: ElementOutcome.allCases.map(\.rawValue)) + ".")
      }
      return outcome
    }
  }

  private func target(
    of action: Action, in session: Session
  ) throws -> ActionRequest.Target {
    let named = [item, document, instance].compactMap { $0 }
    guard let name = named.first, named.count == 1 else {
      throw EngineError(.badData, "A line names one “item”, “document” or “instance”.")
    }
    let actsOnInstance = [.cancel, .resume, .skip, .migrate].contains(action)
    if instance != nil {
      guard actsOnInstance else {
        throw EngineError(.badData, "\(Words.status(action.rawValue)) takes no instance.")
      }
      return .instance(try ItemArgument.instance(name))
    }
    guard actsOnInstance else { return try session.target(name) }
    let id = try session.documentID(name)
    guard let stored = try session.engine.store.read({ try $0.document(id) }) else {
      throw EngineError(.notFound, "There is no document “\(name)”.")
    }
    guard let instance = stored.instance else {
      throw EngineError(.notFound, "\(id) was never submitted: it has no instance.")
    }
    return .instance(instance)
  }

  /// The document that a line without an action is about.
  func namedDocument(in session: Session) throws -> DocumentID {
    guard let document, item == nil, instance == nil else {
      throw EngineError(.badData, "The line names no “document”.")
    }
    return try session.documentID(document)
  }
}

extension ActionRequest.Target {
  /// The document behind it; nil when there is none.
  func document(in store: any StoreReading) throws -> DocumentID? {
    switch self {
    case .document(let id): id
    case .item(let id): try store.workItem(id)?.document
    case .instance(let id): try store.instance(id)?.document
    }
  }
}
