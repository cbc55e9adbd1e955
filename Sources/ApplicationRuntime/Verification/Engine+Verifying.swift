// `verify`: the record checked from end to end.

import Workflow
import WorkflowRuntime

extension Engine {
  /// Checks every chain of the history, the hashes of all contents, the chain of the store, that
  /// the saved states are what the history says, and that nothing is missing or was added; then
  /// the documents, work items, instances and versions of workflows beside it.
  ///
  /// It reads in short windows and can run beside everything else; what is committed meanwhile is
  /// left for the next time.
  ///
  /// - Parameters:
  ///   - head: the head that an earlier report gave, kept elsewhere: it must still be in the chain.
  ///   - isStopped: asked between windows; once it says so, it throws `interrupted`.
  ///   - tell: called for each thing that is wrong, as it is found.
  public func verify(
    head: [UInt8]? = nil, isStopped: @escaping () -> Bool = { false },
    telling tell: @escaping (VerificationFinding) -> Void
  ) throws -> VerificationReport {
    do {
      return try Verification(parts, isStopped: isStopped, telling: tell).run(head: head)
    } catch {
      throw EngineError.wrapping(error)
    }
  }
}
