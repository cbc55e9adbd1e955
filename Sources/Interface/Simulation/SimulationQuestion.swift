// What is simulated, as it was chosen and typed.

import Workflow

/// A document through a workflow, in thought.
package struct SimulationQuestion: Hashable, Sendable {
  package let workflow: WorkflowText
  package let type: DocumentTypeID
  /// A document's id, or `sample:3`.
  package let subject: String
  /// `total=500 country=DK`: what of the document is changed first.
  package var changes = ""
  /// `management=reject`: what elements answer; everybody else goes forward.
  package var answers = ""
  /// When it begins; empty for now.
  package var start = ""

  package init(_ workflow: WorkflowText, type: DocumentTypeID, subject: String) {
    self.workflow = workflow
    self.type = type
    self.subject = subject
  }

  /// The parts of a typed text: those in quotes hold blanks.
  package static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case " " where !isQuoted, ";" where !isQuoted:
        if !part.isEmpty { parts.append(part) }
        part = ""
      default: part.append(character)
      }
    }
    if !part.isEmpty { parts.append(part) }
    return parts
  }
}

/// A document that can be simulated.
package struct SimulationSubject: Hashable, Sendable {
  package let id: String
  package let title: String
  package let note: String

  package init(id: String, title: String, note: String) {
    self.id = id
    self.title = title
    self.note = note
  }
}
