// What a person may do with a document as a whole, and with the run of its workflow.

import Workflow
import WorkflowRuntime

extension Permissions {
  var reasonAgainstEditing: String? {
    // A line that came back alone is open to its person whoever has the rest.
    if !document.lines(editableBy: person).isEmpty { return nil }
    if let editor = document.editableBy {
      return editor == person
        ? nil : "\(name(of: editor)) is asked to change it; it is locked for everybody else"
    }
    guard document.status == .draft else {
      let isRunning = instance?.status.isOpen ?? false
      return "it is \(document.status.inSentence)"
        + (isRunning ? " and locked while its workflow runs" : "")
    }
    return isOriginator ? nil : "it is a draft of \(name(of: document.originator))"
  }

  var reasonAgainstDeleting: String? {
    guard document.status == .draft else { return "only a draft can be deleted" }
    guard instance == nil else { return "it was submitted before: its history is kept" }
    return isOriginator ? nil : "it is a draft of \(name(of: document.originator))"
  }

  var reasonAgainstSubmitting: String? {
    guard document.status == .draft else {
      return document.editableBy == person
        ? "it was sent back to you: resubmit it" : "it is \(document.status.inSentence) already"
    }
    return isOriginator ? nil : "only \(name(of: document.originator)) may submit it"
  }

  var reasonAgainstResubmitting: String? {
    let lines = document.lines(editableBy: person)
    guard document.editableBy != nil || !lines.isEmpty else { return "it was not sent back" }
    guard instance?.isCanceling != true else { return "it is being recalled" }
    if document.editableBy == person || !lines.isEmpty { return nil }
    guard let editor = document.editableBy else { return "it was not sent back" }
    return sentBackToMe.isEmpty
      ? "\(name(of: editor)) is asked to resubmit it"
      : "\(name(of: editor)) is asked to change it first; then it is your turn"
  }

  var reasonAgainstRecalling: String? {
    guard isOriginator else { return "only \(name(of: document.originator)) may recall it" }
    if let instance, let parent = instance.parent, parent.isDependent, instance.status.isOpen {
      guard let root = try? root.value else { return "it runs for \(parent.instance)" }
      return "it runs for \(root.document): it is recalled only through that, \(root.id)"
    }
    if instance?.status == .unrecoverable {
      return "its workflow is unrecoverable: an administrator can cancel it"
    }
    return reasonAgainstEnding
  }

  var reasonAgainstEnding: String? {
    guard let instance else { return "it is not submitted" }
    // Canceling is the one way out of a state that cannot be read any more.
    guard instance.status.isOpen || instance.status == .unrecoverable else {
      return "its workflow is \(instance.status.rawValue)"
    }
    return instance.isCanceling ? "it is being recalled or canceled already" : nil
  }

  var reasonAgainstMigrating: String? {
    guard let instance else { return "it is not submitted" }
    guard instance.status.isOpen else { return "its workflow is \(instance.status.rawValue)" }
    if instance.isCanceling { return "it is being recalled or canceled" }
    return instance.state == nil ? "it has not begun yet" : nil
  }
}
