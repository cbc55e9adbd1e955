// What of a document's content makes earlier approvals void when it changes (SPEC 6).

import Crypto
import Workflow
import WorkflowRuntime

extension DocumentContent {
  /// The hash of the fields that matter, of one line when an instance is about that line.
  func hash(ofWhatMattersIn schema: DocumentSchema, line: Int?) -> String {
    var parts = StoredParts()
    if line == nil {
      for field in schema.fields where field.matters {
        parts.add(field.name, JSON.string(fields[field.name].display))
      }
    }
    for (index, record) in lines.enumerated() where line.map({ $0 == index + 1 }) ?? true {
      var cells = StoredParts()
      for field in schema.lineFields where field.matters {
        cells.add(field.name, JSON.string(record[field.name].display))
      }
      parts.add("\(index + 1)", cells.json)
    }
    let digest = SHA256.hash(data: Array(parts.json.text.utf8))
    return digest.prefix(16).map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }.joined()
  }
}
