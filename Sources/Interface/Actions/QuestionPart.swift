// A field of an action's dialog, and what its value does to the requests.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

/// What was answered: the requests as they stand, with what to call their objects.
struct QuestionAnswer {
  var requests: [ActionRequest]
  var names: [String]
  /// The title of the outcome that must come with a comment.
  var neededBy: String?
}

struct QuestionPart: Sendable {
  enum Meaning: Sendable {
    case comment, queue, item
    /// - Parameter usual: the one whom the engine takes where nobody is named.
    case person(usual: String?)
    case outcome([ItemOutcome])
  }

  let field: Dialog.Field
  let meaning: Meaning

  static func comment(isRequired: Bool) -> Self {
    Self(
      field: Dialog.Field(
        label: isRequired ? "Comment" : "Comment (optional)", area: TextArea(isMultiline: true),
        isRequired: isRequired), meaning: .comment)
  }

  static func person(
    _ label: String, reading: Reading, usual: ChoiceField.Choice? = nil
  ) -> Self {
    Self(
      field: Dialog.Field(label: label, choice: ChoiceField(reading: reading, usual: usual)),
      meaning: .person(usual: usual?.id))
  }

  static func queue(reading: Reading) -> Self {
    Self(
      field: Dialog.Field(label: "Queue", choice: ChoiceField(reading: reading)), meaning: .queue)
  }

  static func item(_ choice: ChoiceField) -> Self {
    Self(field: Dialog.Field(label: "Work item", choice: choice), meaning: .item)
  }

  static func outcome(_ outcomes: [ItemOutcome]) -> Self {
    let choices = outcomes.map {
      ChoiceField.Choice(id: $0.name, label: $0.title, note: note(on: $0))
    }
    return Self(
      field: Dialog.Field(label: "Outcome", choice: ChoiceField(choices)),
      meaning: .outcome(outcomes))
  }

  private static func note(on outcome: ItemOutcome) -> String {
    switch outcome.answer {
    case .approve, .complete: ""
    case .deny: "denies"
    case .reject: "sends it back to its originator; needs a comment"
    case .requestChange: "asks for a change; needs a comment"
    }
  }

  /// Puts the value of the field into the requests.
  func take(
    _ text: String, field index: Int, into answer: inout QuestionAnswer
  ) throws(Dialog.Complaint) {
    switch meaning {
    case .comment:
      let comment = text.contains { !$0.isWhitespace } ? text : nil
      for place in answer.requests.indices { answer.requests[place].comment = comment }
      if comment == nil, let needed = answer.neededBy {
        throw Dialog.Complaint("“\(needed)” sends it back: a comment is needed.", field: index)
      }
    case .person(let usual):
      let addressee = text == usual ? nil : PersonID(text)
      for place in answer.requests.indices { answer.requests[place].addressee = addressee }
    case .queue:
      for place in answer.requests.indices { answer.requests[place].queue = QueueID(text) }
    case .outcome(let outcomes):
      let outcome = outcomes.first { $0.name == text }
      for place in answer.requests.indices { answer.requests[place].choice = text }
      if outcome?.answer == .reject || outcome?.answer == .requestChange {
        answer.neededBy = outcome?.title
      }
    case .item:
      let items = ItemChoices.items(of: text)
      guard let first = answer.requests.first, !items.isEmpty else { return }
      answer.requests = items.map { item in
        var request = first
        request.target = .item(item)
        request.revision = nil
        return request
      }
      answer.names = items.map(\.description)
    }
  }
}
