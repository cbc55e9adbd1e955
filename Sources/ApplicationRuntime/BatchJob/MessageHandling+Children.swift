// Starting and ending the children of an instance, and telling its parent (SPEC 4).

import Workflow
import WorkflowRuntime

extension MessageHandling {
  /// Stages what a transition does to other instances.
  func apply(
    children transition: Transition, of message: Message, to work: inout InstanceWork
  ) throws {
    switch transition.canceledChildren {
    case .instance: cancelChildren(below: nil, of: message, in: &work)
    case .element(let path): cancelChildren(below: path, of: message, in: &work)
    case .lines(let path, let lines):
      cancelChildren(below: path, lines: lines, of: message, in: &work)
    case nil: break
    }
    for child in transition.newChildren { try start(child, in: &work) }
    if let since = transition.releasedLines {
      work.effectsOnOthers.append(.releaseLines(since: since))
    }
    if let outcome = transition.endedAs, work.instance.parent?.isDependent == true {
      work.effectsOnOthers.append(.tellParent(outcome, content: transition.endedContent))
    }
  }

  private func cancelChildren(
    below path: ElementPath?, lines: Set<Int>? = nil, of message: Message,
    in work: inout InstanceWork
  ) {
    let payload = Payload(
      actor: message.payload.actor, comment: message.payload.comment,
      cause: message.cause(ofCancelingBelow: path))
    work.effectsOnOthers.append(.cancel(below: path, lines: lines, payload))
  }

  /// A line runs for this document, a subworkflow for the related one, by the version that is
  /// active now.
  private func start(_ child: Transition.NewChild, in work: inout InstanceWork) throws {
    guard let version = try transaction.activeVersion(of: child.workflow) else {
      throw RuntimeError(
        .noChild, "“\(child.element)”: the workflow \(child.workflow) has no active version")
    }
    let related = try child.document.map { try self.related($0, of: child, in: work) }
    let document = related?.document ?? work.document
    guard version.documentType == document.type else {
      throw RuntimeError(
        .noChild,
        "“\(child.element)”: \(child.workflow) is for documents of the type "
          + "\(version.documentType), and \(document.id) is a \(document.type)")
    }
    let now = parts.clock.now()
    let instance = StoredInstance(
      id: InstanceID(try transaction.next(.instance)), document: document.id,
      documentType: document.type, workflow: version.workflow, version: version.version,
      originator: child.document == nil ? work.instance.originator : document.originator,
      parent: ParentElement(
        instance: work.instance.id, element: child.element, pass: child.pass, child: child.child,
        isDependent: child.isDependent),
      line: child.document == nil ? child.child.line : nil, createdAt: now)
    work.effectsOnOthers.append(
      .start(
        instance, activation: Payload(changes: child.changes),
        document: related.map { submitted($0, as: instance, by: work.instance, at: now) }))
  }

  /// The document of a subworkflow: a draft for which nothing runs, and which its originator
  /// could submit as it is.
  private func related(
    _ id: DocumentID, of child: Transition.NewChild, in work: InstanceWork
  ) throws -> RelatedDraft {
    let isStarting = work.effectsOnOthers.contains {
      if case .start(let other, _, _) = $0 { other.document == id } else { false }
    }
    guard let document = try transaction.document(id) else {
      throw RuntimeError(.noChild, "“\(child.element)”: there is no document \(id)")
    }
    let running = try document.instance.flatMap { try transaction.instance($0) }
    guard !isStarting, running?.status.isOpen != true, id != work.document.id else {
      throw RuntimeError(
        .noChild, "“\(child.element)”: \(id) runs in \(running?.id.description ?? "a workflow")")
    }
    guard document.status == .draft else {
      throw RuntimeError(
        .noChild,
        "“\(child.element)”: \(id) is \(document.status.inSentence): a subworkflow takes a draft")
    }
    let (submittable, errors) = try SubmissionObstacle(
      document: document, parts: parts, organization: organization, reading: transaction
    ).checked()
    guard errors.isEmpty else {
      throw RuntimeError(
        .noChild,
        "“\(child.element)”: \(id) must be corrected before it can be submitted: "
          + errors.joined(separator: "; "))
    }
    return RelatedDraft(
      document: submittable, isRecalculated: submittable.revision != document.revision)
  }

  /// A draft as it is submitted by a subworkflow, and whether it was calculated anew for that.
  private struct RelatedDraft {
    let document: StoredDocument
    let isRecalculated: Bool
  }

  /// The related document is submitted by this, as if its originator had done it.
  private func submitted(
    _ draft: RelatedDraft, as child: StoredInstance, by parent: StoredInstance,
    at now: Timestamp
  ) -> EffectOnOther.RelatedDocument {
    var changed = draft.document
    changed.status = .submitted
    changed.instance = child.id
    changed.submittedAt = now
    changed.changedAt = now
    changed.waitingFor = nil
    changed.editableBy = nil
    changed.editableLines = [:]
    return EffectOnOther.RelatedDocument(
      document: changed,
      entries: (draft.isRecalculated ? [.recalculated(changed, at: now)] : []) + [
        HistoryEntry(
          .submitted, at: now,
          detail: "\(child.workflow) version \(child.version), started by \(parent.id)"),
        HistoryEntry(
          .statusChanged, at: now,
          detail: "\(draft.document.status.rawValue) → \(changed.status.rawValue)"),
      ])
  }
}
