// A step of an approval, and how far it is.

import Workflow
import WorkflowRuntime

public struct OutlineStep: Hashable, Sendable {
  public let name: String
  public let mark: OutlineElement.Mark
  public let note: String?
}
