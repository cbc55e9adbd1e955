// Expense reports whose posting fails, so that a demo has something to mend.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// The type with an automated element that fails at once. The program itself has the sound one,
/// so that resuming the instance mends it.
struct UnpostableType: DocumentType {
  let base: any DocumentType

  var id: DocumentTypeID { base.id }
  var title: String { base.title }
  var prefix: String { base.prefix }
  var schema: DocumentSchema { base.schema }
  var defaultWorkflow: WorkflowID? { base.defaultWorkflow }
  var statuses: [DocumentStatus] { base.statuses }
  var allowsDeny: Bool { base.allowsDeny }
  var retry: RetrySchedule { RetrySchedule(tries: 1) }
  var handlers: [MessageType: EventHandler] { base.handlers }

  var executables: [String: EventHandler] {
    base.executables.mapValues { _ in
      .inside { context in
        let center = try context.document.content.fields["cost-center"].display
        throw EngineError(.badData, "ledger: no account for the cost centre “\(center)”")
      }
    }
  }

  func title(of content: DocumentContent) -> String { base.title(of: content) }

  func total(of content: DocumentContent, in organization: Organization) -> Money? {
    base.total(of: content, in: organization)
  }

  func calculatedFields(of content: DocumentContent, in organization: Organization) -> Record {
    base.calculatedFields(of: content, in: organization)
  }

  func completed(
    _ content: DocumentContent, in organization: Organization
  ) -> DocumentContent { base.completed(content, in: organization) }

  func findings(
    in content: DocumentContent, on occasion: ValidationOccasion, context: ValidationContext
  ) throws -> [DocumentFinding] { try base.findings(in: content, on: occasion, context: context) }

  func fingerprints(of content: DocumentContent) -> [String] { base.fingerprints(of: content) }
}
