// One of several: a person to act as, a type of document.

import ApplicationRuntime
import Workflow

package struct Chooser: Sendable {
  enum Purpose: Hashable, Sendable { case person, newDocument }

  struct Choice: Hashable, Sendable {
    let id: String
    let label: String
    let note: String
    let isAdministrator: Bool
  }

  let title: String
  let purpose: Purpose
  /// Nil while they are being read.
  var choices: [Choice]?
  var search = TextArea()
  var selection = 0

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
