// The chain that a history entry belongs to.

import Workflow
import WorkflowRuntime

/// The chain that a history entry belongs to: an instance's, or a document's own.
public enum HistoryStream: Hashable, Sendable {
  case instance(InstanceID)
  case document(DocumentID)
}
