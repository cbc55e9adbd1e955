// A handler that was told to fail.

struct SimulatedFailure: Error, CustomStringConvertible {
  let handler: String

  var description: String { "\(handler) is told to fail" }
}
