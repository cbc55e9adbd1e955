// ITEM on a command line: a work item's id, or the id of a document with one open item.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

enum ItemArgument {
  /// What an answer acts on. Ids of instances are no items.
  static func target(_ text: String) throws(EngineError) -> ActionRequest.Target {
    if let item = WorkItemID(parsing: text) { return .item(item) }
    return .document(try document(text))
  }

  /// The document that was named. Case and leading zeros do not matter in ids that the store
  /// gives; a caller's own id is taken as it is.
  static func document(_ text: String) throws(EngineError) -> DocumentID {
    guard !text.isEmpty, text.utf8.count <= 512 else {
      throw EngineError(.badData, "A document's id has 1 to 128 characters.")
    }
    guard WorkItemID(parsing: text) == nil, InstanceID(parsing: text) == nil else {
      throw EngineError(.badData, "“\(text)” is not the id of a document.")
    }
    return DocumentID(text)
  }

  static func instance(_ text: String) throws(EngineError) -> InstanceID {
    guard let instance = InstanceID(parsing: text) else {
      throw EngineError(.badData, "“\(text)” is not the id of an instance, such as I-000007.")
    }
    return instance
  }
}
