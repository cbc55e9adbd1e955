// A fault that was planned and has not come yet.

/// A fault that waits for its place to come by so often.
struct PlannedFault: Sendable {
  let fault: StoreFault
  let place: StoreFaultPlace
  var passesLeft: Int
}
