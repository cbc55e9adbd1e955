// Writing a document after something was done with it.

import ApplicationRuntime
import Workflow

extension Session {
  func documentObject(_ id: DocumentID) throws -> DocumentObject {
    let detail = try engine.document(id, as: try actor)
    return DocumentObject(
      detail, schema: try engine.type(detail.document.type).schema,
      currency: identity.organization.currency)
  }

  /// The whole document as JSON; in text a sentence, and what its rules say.
  func writeDocument(_ id: DocumentID, saying sentence: String) throws -> ExitStatus {
    guard output.format == .text else {
      try output.write(try documentObject(id))
      return .done
    }
    try output.say(sentence)
    for finding in try engine.document(id, as: try actor).findings {
      try output.note("\(finding.occasion): \(finding.sentence)")
    }
    return .done
  }
}
