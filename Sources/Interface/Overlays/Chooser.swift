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
  var matches: [Choice] {
    let words = search.text.foldedForFilter.split(separator: " ")
    return (choices ?? []).filter { choice in
      let text = (choice.id + " " + choice.label + " " + choice.note).foldedForFilter
      return words.allSatisfy { text.contains($0) }
    }
  }

  var selected: Choice? { matches.indices.contains(selection) ? matches[selection] : nil }
}
