// The usual reason for which a handler of a test fails.

struct NoteFailure: Error, CustomStringConvertible {
  var description: String { "the ledger is closed" }
}
