// The content as it was last submitted, kept from the first change after that.

import Workflow
import WorkflowRuntime

extension StoredDocument {
  /// The fields and the lines as one JSON text.
  var contentText: String { "{\"fields\":\(fields),\"lines\":\(lines)}" }

  /// The content as it was last submitted; nil when nothing was changed since.
  func submitted(
    by schema: DocumentSchema, currency: Currency
  ) throws -> DocumentContent? {
    guard let text = submittedContent else { return nil }
    let json: JSON
    do {
      json = try JSON(parsing: text)
    } catch {
      throw EngineError(.badData, "what was submitted of \(id) cannot be read: \(error)")
    }
    var earlier = self
    earlier.fields = (json["fields"] ?? .object(JSONObject())).text
    earlier.lines = (json["lines"] ?? .array([])).text
    return try DocumentContent(stored: earlier, schema: schema, currency: currency)
  }

  /// Takes a line over into what was submitted: it was resubmitted, others are still changed.
  mutating func markSubmitted(line: Int) {
    guard let text = submittedContent, let json = try? JSON(parsing: text),
      var old = json["lines"]?.array, let new = (try? JSON(parsing: lines))?.array,
      old.indices.contains(line - 1), new.indices.contains(line - 1)
    else { return }
    old[line - 1] = new[line - 1]
    let fields = (json["fields"] ?? .object(JSONObject())).text
    submittedContent = "{\"fields\":\(fields),\"lines\":\(JSON.array(old).text)}"
  }
}
