// One message of the queue, whole.

import WorkflowRuntime

package struct MessageOverlay: Hashable, Sendable {
  var message: Message
  var top = 0
}
