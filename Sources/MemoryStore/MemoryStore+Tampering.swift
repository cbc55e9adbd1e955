// Changing the tables behind the back of the engine, as a test of `verify` does.

extension MemoryStore {
  /// Changes what is committed, past every rule.
  package func tamper(_ change: (inout Tables) throws -> Void) rethrows {
    try state.withLock { try change(&$0.tables) }
  }
}
