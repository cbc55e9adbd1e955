// `w`: why a document is where it is, and what I may do.

import ApplicationRuntime
import Workflow

package struct ExplanationOverlay: Sendable {
  let document: DocumentID
  var explanation: Explanation?
  var failure: String?
  var top = 0
}
