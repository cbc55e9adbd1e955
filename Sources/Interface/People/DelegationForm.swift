// What is typed for a standing delegation, and the rule that it means.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// The fields of the form as they were typed, or the ids of what was chosen.
struct DelegationForm: Hashable, Sendable {
  var from: String
  var to = ""
  var since = ""
  var until = ""
  var of = "everything"
  /// The rule that is changed.
  var replacing: Int64?

  /// The places of the fields in the form; the first is there for administrators alone.
  enum Place: Int { case from, to, since, until, of }

  struct Mistake: Error {
    let text: String
    let place: Place
  }

  /// The rule, or the first mistake.
  func rule(today: Day) throws(Mistake) -> StandingDelegation {
    let since = try day(since, at: .since, near: nil, today: today)
    let until = try day(until, at: .until, near: since, today: today)
    return StandingDelegation(
      from: PersonID(from), to: PersonID(to), scope: scope, start: since, end: until)
  }

  /// A day to come rather than one that is past; empty is none.
  private func day(
    _ typed: String, at place: Place, near base: Day?, today: Day
  ) throws(Mistake) -> Day? {
    do {
      return try DayField(today: today).day(of: typed, from: base)
    } catch {
      throw Mistake(text: error.message + ".", place: place)
    }
  }

  /// What the id of a choice of ``scopes(types:workflows:)`` stands for.
  private var scope: StandingDelegation.Scope {
    let words = of.split(separator: " ", maxSplits: 1).map(String.init)
    switch words.first {
    case "type": return .type(DocumentTypeID(words.last ?? ""))
    case "workflow": return .workflow(WorkflowID(words.last ?? ""))
    default: return .all
    }
  }

  /// The id of a scope among the choices.
  static func id(of scope: StandingDelegation.Scope) -> String {
    switch scope {
    case .all: "everything"
    case .type(let type): "type \(type)"
    case .workflow(let workflow): "workflow \(workflow)"
    }
  }

  /// Everything, the types of documents, the workflows.
  static func scopes(types: [any DocumentType], workflows: [WorkflowID]) -> [ChoiceField.Choice] {
    [ChoiceField.Choice(id: id(of: .all), label: "everything", note: "")]
      + types.map {
        ChoiceField.Choice(id: id(of: .type($0.id)), label: $0.title, note: "every \($0.id)")
      }
      + workflows.map {
        ChoiceField.Choice(id: id(of: .workflow($0)), label: "\($0)", note: "this workflow alone")
      }
  }
}
