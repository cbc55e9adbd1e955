// The words of a notification where the workflow gives none, and what its own words may name.

import Workflow
import WorkflowRuntime

/// The usual words of one occasion.
struct NotificationText {
  let occasion: Occasion
  let commit: ToldCommit
  let definition: WorkflowDefinition?
  let organization: Organization
  /// Looked for only where a text names it.
  let lastComment: () -> String

  private static let longest = 2_000

  /// A comment may be long; what is told ends somewhere.
  static func bounded(_ text: String) -> String {
    text.count <= longest ? text : text.prefix(longest - 1) + "…"
  }

  static func capitalized(_ sentence: String) -> String {
    sentence.prefix(1).uppercased() + sentence.dropFirst()
  }

  /// What a placeholder names beside the document; nil when it is the document's.
  func value(of word: String, for person: PersonID) -> String? {
    switch word {
    case "last-comment": lastComment()
    case "actor": actor
    case "element": occasion.element?.description ?? ""
    case "step": occasion.step ?? ""
    case "workflow": definition?.title ?? commit.instance.workflow.rawValue
    case "event": occasion.event.rawValue
    case "receiver": organization.name(of: person)
    default: nil
    }
  }

  private var actor: String {
    occasion.actor.map { organization.name(of: $0) } ?? "The system"
  }

  /// "ER-000012 “Trip to Oslo”, line 3"
  private var subject: String {
    "\(commit.document.id) “\(commit.document.title)”"
      + (commit.instance.line.map { ", line \($0)" } ?? "")
  }

  /// "management, step manager"
  private var place: String {
    (occasion.element?.description ?? "") + (occasion.step.map { ", step \($0)" } ?? "")
  }

  private var comment: String { occasion.comment.map { ": \($0)" } ?? "." }

  private var actingFor: String {
    guard let person = occasion.onBehalfOf, person != occasion.actor else { return "" }
    return " for \(organization.name(of: person))"
  }

  var usual: String {
    switch occasion.event {
    case .started, .stopped, .completed, .unrecoverable, .canceled: ofWorkflow
    case .approve: answered("approved")
    case .complete: answered("completed")
    case .reject: answered("rejected")
    case .requestChange: answered("requested a change of")
    case .deny: answered("denied")
    case .delegate: "\(subject): \(place) was delegated\(detail)\(comment)"
    case .escalate: "\(subject): \(place) was not answered in time, and is escalated\(detail)."
    case .overdue: "\(subject): \(place) is overdue."
    case .assigned:
      "\(subject): \(occasion.item?.subject ?? place)"
        + (occasion.item?.queue.map { ", in the queue \($0)" } ?? "") + comment
    case .returned: "\(subject) came back to you, to be changed and resubmitted\(comment)"
    case .changeRequested: "\(subject): a change is requested of you\(comment)"
    case .reminder: "\(subject): \(occasion.item?.subject ?? place) still waits for you."
    case .orphaned: "\(subject): nobody can be found for \(place)\(detail). Reassign it."
    case .clockLeap: occasion.detail ?? ""
    }
  }

  private var detail: String { occasion.detail.map { " (\($0))" } ?? "" }

  private func answered(_ verb: String) -> String {
    "\(actor) \(verb) \(subject)\(actingFor), \(place)\(comment)"
  }

  private var ofWorkflow: String {
    let instance = "\(commit.instance.id)"
    let originator = organization.name(of: commit.instance.originator)
    return switch occasion.event {
    case .started: "\(subject): its workflow has started."
    case .completed: "\(subject) is \(Word(commit.document.status.rawValue).spaced)."
    case .canceled: "\(subject): its workflow was canceled by \(actor)\(comment)"
    case .unrecoverable:
      "\(subject) of \(originator): \(instance) cannot be read any more\(at)\(reason)"
    default:
      "\(subject) of \(originator): \(instance) is stopped\(at)\(reason)"
        + " Mend the cause, then resume it."
    }
  }

  private var at: String { occasion.element == nil ? "" : " in \(place)" }

  private var reason: String { occasion.detail.map { ": \($0)" } ?? "." }
}

extension Word {
  /// "change requested"
  fileprivate var spaced: String { hyphenated.split(separator: "-").joined(separator: " ") }
}
