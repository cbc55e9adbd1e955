// Where a child instance comes from.

import Workflow
import WorkflowRuntime

/// The element of another instance that started a child, and which of its children it is.
public struct ParentElement: Hashable, Sendable {
  public let instance: InstanceID
  public let element: ElementPath
  public let pass: Int
  public let child: ChildReference
  /// Whether the parent waits for its end.
  public let isDependent: Bool

  public init(
    instance: InstanceID, element: ElementPath, pass: Int, child: ChildReference, isDependent: Bool
  ) {
    self.instance = instance
    self.element = element
    self.pass = pass
    self.child = child
    self.isDependent = isDependent
  }
}
