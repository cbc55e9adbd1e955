// Whose personal content is erased.

import Workflow
import WorkflowRuntime

/// What `erase` takes personal content out of.
public enum ErasureScope: Hashable, Sendable {
  /// Everything that was said and read in the history of one document.
  case document(DocumentID)
  /// What a person said, in every document, and what was said for them.
  case person(PersonID)
}

/// What was erased.
public struct ErasureResult: Hashable, Sendable {
  public internal(set) var documents = 0
  public internal(set) var entries = 0
  public internal(set) var workItems = 0
  /// Documents that were left as they are, because they are under way: to be erased later.
  public internal(set) var openDocuments = 0
  /// Instances whose content is in archives, which are files of their own and were not changed.
  public internal(set) var archivedInstances = 0
}
