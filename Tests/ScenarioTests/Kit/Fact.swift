// What a story claims, in the words of SPEC.

import ApplicationRuntime
import Foundation
import Testing
import Workflow
import WorkflowRuntime

/// A claim; `wrong` says what is the case instead, nil when it holds.
struct Fact {
  let wrong: (Story) throws -> String?

  private static func equal<Value: Equatable>(
    _ expected: Value, _ found: @escaping (Story) throws -> Value
  ) -> Fact {
    Fact { story in
      let value = try found(story)
      return value == expected ? nil : "expected \(expected), found \(value)"
    }
  }

  static func status(_ status: DocumentStatus, of trip: String? = nil) -> Fact {
    equal(status) { try $0.stored(trip).status }
  }

  static func instance(_ status: InstanceStatus, of trip: String? = nil) -> Fact {
    equal(status) { try $0.instance(trip).status }
  }

  /// In whose inboxes items lie, in all documents; nobody else is asked.
  static func asks(_ people: PersonID...) -> Fact {
    equal(people.sorted()) { try $0.openItems().flatMap(\.visibleTo).sorted() }
  }

  static var asksNobody: Fact { asks() }

  /// An item of this person, which counts for another.
  static func actsFor(_ person: PersonID, by actor: PersonID) -> Fact {
    equal(true) { story in
      try story.openItems().contains {
        $0.visibleTo.contains(actor) && $0.personActedFor(by: actor) == person
      }
    }
  }

  /// The kind of the one item that this person has.
  static func item(_ kind: WorkItem.Kind, of person: PersonID) -> Fact {
    equal([kind]) { story in
      try story.openItems().filter { $0.visibleTo.contains(person) }.map(\.kind)
    }
  }

  /// Something about the first open item of this person.
  static func item(of person: PersonID, _ claim: @escaping (WorkItem) -> Bool) -> Fact {
    Fact { story in
      let item = try story.openItems().first { $0.visibleTo.contains(person) }
      guard let item else { return "\(person) has no item" }
      return claim(item) ? nil : "found \(item)"
    }
  }

  /// How the last item of this person was closed.
  static func closed(_ person: PersonID, as status: WorkItem.Status) -> Fact {
    equal(status) { story in
      let items = try story.items().filter {
        $0.assignee == person || $0.candidates.contains(person)
      }
      guard let item = items.last else { throw Surprise("\(person) was never asked") }
      return item.status
    }
  }

  /// When the item of this person is due, from the beginning of the story.
  static func due(_ person: PersonID, after duration: Duration?) -> Fact {
    equal(duration) { story in
      guard let item = try story.openItems().first(where: { $0.visibleTo.contains(person) })
      else { throw Surprise("\(person) is not asked") }
      return item.dueAt?.duration(since: story.beginning)
    }
  }

  /// Who may edit the document; nil while it is locked.
  static func editable(by person: PersonID?) -> Fact {
    equal(person) { try $0.stored().editableBy }
  }

  /// History has so many entries of an event, at an element or a step where one is named.
  static func history(
    _ event: HistoryEvent, at place: String? = nil, times: Int? = nil, saying words: String = "",
    of trip: String? = nil
  ) -> Fact {
    Fact { story in
      let all = try story.history(trip).filter { $0.event == event }
      let found = all.filter { entry in
        let values = entry.values.map { "\($0.name) = \($0.value)" }
        let text = [entry.detail, entry.comment].compactMap { $0 } + values
        return (place == nil || entry.step == place || entry.element.map { "\($0)" } == place)
          && (words.isEmpty || text.contains { $0.localizedCaseInsensitiveContains(words) })
      }
      let isRight = times.map { found.count == $0 } ?? !found.isEmpty
      guard !isRight else { return nil }
      return "\(event) \(found.count) times; "
        + all.map { "\($0.detail ?? "-") \($0.values)" }
        .joined(separator: "; ")
    }
  }

  /// The engine refuses it, and the reason has these words.
  static func refuses(_ person: PersonID, _ deed: Deed, because words: String = "") -> Fact {
    Fact { story in
      guard let refusal = try story.refusal(deed, by: person) else {
        return "\(person) was not refused \(deed.action)"
      }
      let text = refusal.description
      return words.isEmpty || text.localizedCaseInsensitiveContains(words) ? nil : "found \(text)"
    }
  }

  static func error(_ words: String...) -> Fact {
    Fact { story in
      let error = try story.instance().error ?? ""
      return words.allSatisfy { error.contains($0) } ? nil : "found \(error)"
    }
  }

  /// What executables did, in order; nothing that was undone.
  static func ran(_ names: String...) -> Fact { equal(names) { try $0.journal() } }

  static func that(_ claim: @escaping (Story) throws -> Bool) -> Fact {
    Fact { try claim($0) ? nil : "it is not so" }
  }
}

extension Story {
  func then(_ facts: Fact..., at location: Testing.SourceLocation = #_sourceLocation) throws {
    for (index, fact) in facts.enumerated() {
      if let wrong = try fact.wrong(self) {
        Issue.record("claim \(index + 1) in \(mode): \(wrong)", sourceLocation: location)
      }
    }
  }
}

extension Duration {
  static func minutes(_ count: Int) -> Duration { .seconds(60 * count) }
  static func hours(_ count: Int) -> Duration { .seconds(3_600 * count) }
  static func days(_ count: Int) -> Duration { .seconds(86_400 * count) }
}
