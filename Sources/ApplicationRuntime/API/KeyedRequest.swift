// The same key again changes nothing and returns the first result (INTERFACE 3).

import Workflow
import WorkflowRuntime

/// A request that may carry its caller's key.
struct KeyedRequest {
  let key: String?
  /// What was asked, so that another request with the same key is noticed; made only for a key.
  private let digest: () -> String
  private let parts: EngineParts

  init(key: String?, digest: @autoclosure @escaping () -> String, parts: EngineParts) {
    self.key = key
    self.digest = digest
    self.parts = parts
  }

  /// Runs `body` unless the key has a result already.
  func once(
    in transaction: any StoreTransaction, _ body: () throws -> ActionResult
  ) throws -> ActionResult {
    guard let key else { return try body() }
    guard !key.isEmpty, key.utf8.count <= 200 else {
      throw EngineError(.badData, "a key has 1 to 200 characters")
    }
    let digest = digest()
    if let first = try transaction.request(key) {
      guard first.digest == digest else {
        throw EngineError(.conflict, "the key “\(key)” was used for another request")
      }
      return try ActionResult(repeated: try JSON(parsing: first.result))
    }
    let result = try body()
    try transaction.save(
      StoredRequest(
        key: key, digest: digest, result: result.json.text, at: parts.clock.now()))
    return result
  }
}

extension ActionRequest {
  /// One line that two requests share only when they ask for the same.
  func digest(by actor: Actor) -> String {
    var parts: [String] = [
      action.rawValue, "\(target)", actor.description, comment ?? "",
      addressee?.rawValue ?? "", outcome?.rawValue ?? "",
    ]
    // What an older program never asked for is left out, so that its digests stay the same.
    let further = [choice, queue?.rawValue, version.map(String.init)]
    if further.contains(where: { $0 != nil }) { parts += further.map { $0 ?? "" } }
    return JSON.array(parts.map(JSON.string)).text
  }
}

extension ActionResult {
  var json: JSON {
    var parts = StoredParts()
    parts.add("document", document)
    parts.add("workItems", workItems)
    parts.add("instance", instance)
    parts.add("status", status)
    parts.add("message", message)
    return parts.json
  }

  init(repeated json: JSON) throws {
    let object = try StoredObject(json, what: "result")
    self.init(
      document: try object.required("document"), workItems: try object.required("workItems"),
      instance: try object.optional("instance"), status: try object.required("status"),
      isRepeated: true, message: try object.required("message"))
  }
}
