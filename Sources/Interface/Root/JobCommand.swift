// What can be asked of the batch job from the queue page.

import ApplicationRuntime

package enum JobCommand: Hashable, Sendable {
  case pause
  case `continue`
  case step
  case runNow
  case set(BatchJobSettings)
  /// Tries a message that waits for its retry at once.
  case tryNow(sequence: Int64)
}
