// One of several: a person to act as, a type of document.

import ApplicationRuntime
import Workflow

package struct Chooser: Sendable {
  /// Where its choices come from.
  enum Kind: Hashable, Sendable {
    /// Everybody who is active; they are read when it opens.
    case people
    /// They are this reading's answer.
    case read(Reading)
    /// They are known.
    case listed
  }

  struct Choice: Hashable, Sendable {
    let id: String
    let label: String
    let note: String
    var isAdministrator = false
  }

  let title: String
  let kind: Kind
  /// Nil while they are being read.
  var choices: [Choice]?
  var search = TextArea()
  var selection = 0
  /// Whether the ids are names that people know.
  var showsIDs = true
  /// What ^X does with the selected one; nil where nothing can be removed.
  var removed: (@Sendable (inout InterfaceState, Choice) -> [Effect])?
  /// What is done with the one that is taken.
  let taken: @Sendable (inout InterfaceState, Choice) -> [Effect]

  init(
    title: String, kind: Kind, choices: [Choice]? = nil,
    taken: @escaping @Sendable (inout InterfaceState, Choice) -> [Effect]
  ) {
    self.title = title
    self.kind = kind
    self.choices = choices
    self.taken = taken
  }

  /// Those whose name or note has every word that was typed.
  var matches: [Choice] { (choices ?? []).matching(search.text) }

  var selected: Choice? { matches.indices.contains(selection) ? matches[selection] : nil }
}

extension [Chooser.Choice] {
  /// Those whose name or note has every word that was typed; the names that begin with it first.
  func matching(_ typed: String) -> [Chooser.Choice] {
    // `/` filters everywhere else; here it is on already.
    let folded = (typed.hasPrefix("/") ? String(typed.dropFirst()) : typed).foldedForFilter
    let words = folded.split(separator: " ")
    guard !words.isEmpty else { return self }
    let found = filter { choice in
      let text = (choice.id + " " + choice.label + " " + choice.note).foldedForFilter
      return words.allSatisfy { text.contains($0) }
    }
    let isBegun = { (choice: Chooser.Choice) in
      choice.label.foldedForFilter.hasPrefix(folded) || choice.id.foldedForFilter.hasPrefix(folded)
    }
    return found.filter(isBegun) + found.filter { !isBegun($0) }
  }
}
