// What keeps a draft from being submitted, although its originator may.

import Workflow
import WorkflowRuntime

/// Asks what submitting would find: errors of the type's rules, and whether a workflow applies.
struct SubmissionObstacle {
  let document: StoredDocument
  let parts: EngineParts
  let organization: Organization
  let reading: any StoreReading

  /// One sentence; nil when nothing is in the way.
  var sentence: String? {
    get throws {
      guard document.status == .draft else { return nil }
      let (document, errors) = try checked()
      if !errors.isEmpty { return "it must be corrected first: \(errors.joined(separator: "; "))" }
      do {
        _ = try WorkflowChoice(
          document: document, parts: parts, organization: organization, reading: reading
        ).version()
        return nil
      } catch let error as EngineError {
        return error.message
      }
    }
  }

  /// The document as it would be submitted, calculated anew, for rates may have changed since it
  /// was saved; and the errors of its content.
  ///
  /// - Parameter isLocked: whether only lines came back: nothing else is brought up to date then.
  func checked(
    isLocked: Bool = false
  ) throws -> (document: StoredDocument, errors: [String]) {
    let type = try parts.type(document.type)
    var document = document
    let saved = try DocumentContent(
      stored: document, schema: type.schema, currency: organization.currency)
    let content = isLocked ? saved : type.calculated(saved, in: organization)
    if content != saved {
      document.set(content, of: type, in: organization)
      document.revision += 1
    }
    let findings = try type.allFindings(
      in: content, on: .submitted,
      context: .init(
        document: document.id, originator: document.originator, organization: organization,
        today: parts.today(in: organization)
      ) { try reading.documents(withFingerprint: $0, limit: 20) })
    return (document, findings.filter { $0.severity == .error }.map(\.sentence))
  }
}
