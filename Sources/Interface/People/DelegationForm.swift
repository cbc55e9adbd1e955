// What is typed for a standing delegation, and the rule that it means.

import ApplicationRuntime
import Foundation
import Workflow
import WorkflowRuntime

/// The fields of the form as they were typed.
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
  func rule(
    names: [PersonID: String], types: [any DocumentType], today: Day
  ) throws(Mistake) -> StandingDelegation {
    let from = try person(from, at: .from, names)
    let to = try person(to, at: .to, names)
    let since = try day(since, at: .since, near: today, today: today)
    let until = try day(until, at: .until, near: since ?? today, today: today)
    return StandingDelegation(
      from: from, to: to, scope: scope(types: types), start: since, end: until)
  }

  /// Somebody by id, or by a part of the name that nobody else has.
  private func person(
    _ typed: String, at place: Place, _ names: [PersonID: String]
  ) throws(Mistake) -> PersonID {
    let wanted = typed.trimmingCharacters(in: .whitespaces).foldedForFilter
    guard !wanted.isEmpty else { throw Mistake(text: "Whose name is needed.", place: place) }
    if names[PersonID(wanted)] != nil { return PersonID(wanted) }
    let words = wanted.split(separator: " ")
    let found = names.filter { id, name in
      let text = (id.rawValue + " " + name).foldedForFilter
      return words.allSatisfy { text.contains($0) }
    }
    if found.count == 1, let only = found.first { return only.key }
    if let exact = found.first(where: { $0.value.foldedForFilter == wanted }) { return exact.key }
    guard !found.isEmpty else {
      throw Mistake(text: "Nobody here has the name \(EntryError.shown(typed)).", place: place)
    }
    let shown = found.values.sorted().prefix(4).joined(separator: ", ")
    let more = found.count > 4 ? " and \(found.count - 4) more" : ""
    throw Mistake(text: "Which one: \(shown)\(more)?", place: place)
  }

  /// A day to come rather than one that is past; empty is none.
  private func day(
    _ typed: String, at place: Place, near base: Day, today: Day
  ) throws(Mistake) -> Day? {
    let text = typed.trimmingCharacters(in: .whitespaces)
    guard !text.isEmpty else { return nil }
    do {
      return try DayEntry.parse(text, near: base.adding(days: Self.ahead(of: text)), today: today)
    } catch {
      throw Mistake(text: error.message + ".", place: place)
    }
  }

  /// How far ahead the middle lies of the days that a text may mean: of a weekday the next one, of
  /// a day of the month within the coming month, of a day and month within the coming year.
  private static func ahead(of text: String) -> Int {
    if text.first == "+" || text.first == "-" || Day(iso8601: text) != nil { return 0 }
    if text.allSatisfy(\.isNumber) { return 15 }
    return text.contains(where: \.isNumber) ? 180 : 3
  }

  /// Everything, a type by its id or title, or else a workflow; the engine knows which there are.
  private func scope(types: [any DocumentType]) -> StandingDelegation.Scope {
    let wanted = of.trimmingCharacters(in: .whitespaces).foldedForFilter
    if wanted.isEmpty || "everything".hasPrefix(wanted) || wanted == "all" { return .all }
    if let type = types.first(where: {
      $0.id.rawValue == wanted || $0.title.foldedForFilter == wanted
    }) {
      return .type(type.id)
    }
    let name = wanted.hasPrefix("workflow ") ? String(wanted.dropFirst(9)) : wanted
    return .workflow(WorkflowID(name))
  }
}
