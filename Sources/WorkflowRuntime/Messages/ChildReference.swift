// Which child of an element a message is about.

import Workflow

/// A line or sub instance, as its parent knows it.
public struct ChildReference: Hashable, Sendable {
  /// The number of the line, from 1; 0 for a subworkflow.
  public let line: Int
  /// 1 for the first instance of the line, one more when a canceled one is started again.
  public let attempt: Int

  public init(line: Int, attempt: Int) {
    self.line = line
    self.attempt = attempt
  }
}
