// Who is told of an occasion, and in which words.

import Workflow
import WorkflowRuntime

/// Follows the rules of a workflow for one commit. What a rule asks may fail: it tells nobody then.
final class NotificationReceiving {
  private let parts: EngineParts
  private let organization: Organization
  private let commit: ToldCommit
  private let definition: WorkflowDefinition?
  private let reading: any StoreReading
  private lazy var state: InstanceState? = commit.state ?? commit.instance.readState
  private lazy var lookup: DocumentLookup? = parts.types[commit.document.type].map { type in
    DocumentLookup(
      document: commit.document, line: commit.instance.line, type: type,
      organization: organization, today: parts.today(in: organization), reading)
  }

  init(
    parts: EngineParts, organization: Organization, commit: ToldCommit,
    definition: WorkflowDefinition?, _ reading: any StoreReading
  ) {
    self.parts = parts
    self.organization = organization
    self.commit = commit
    self.definition = definition
    self.reading = reading
  }

  /// Each person once, with the words of the first rule that names them; nil for the usual ones.
  func receivers(of occasion: Occasion) -> [(person: PersonID, text: LocalizedTemplate?)] {
    var seen: Set<PersonID> = []
    var receivers: [(person: PersonID, text: LocalizedTemplate?)] = []
    func add(_ people: [PersonID], _ text: LocalizedTemplate?) {
      for person in people where seen.insert(person).inserted { receivers.append((person, text)) }
    }
    let rules = rules(of: occasion)
    for rule in rules ?? [] {
      for receiver in rule.receivers { add(people(receiver, occasion), rule.text) }
    }
    if rules == nil || !occasion.followsRulesAlone {
      // Nobody is told what they did themselves.
      add(occasion.concerned.filter { $0 != occasion.actor }, nil)
    }
    return receivers
  }

  private func rules(of occasion: Occasion) -> [NotificationRule]? {
    if NotificationEvent.ofWorkflow.contains(occasion.event) {
      return definition?.notifications.rules(of: occasion.event)
    }
    return occasion.element.flatMap { definition?.element(at: $0) }?
      .notifications.rules(of: occasion.event)
  }

  private func people(_ receiver: NotificationReceiver, _ occasion: Occasion) -> [PersonID] {
    let element =
      NotificationEvent.ofWorkflow.contains(occasion.event) ? nil : occasion.element
    switch receiver {
    case .participants: return participants(of: element)
    case .involved:
      return [commit.instance.originator] + [definition?.owner].compactMap { $0 }
        + participants(of: nil)
    case .people(let provider):
      guard let definition, let lookup else { return [] }
      return
        (try? parts.runtime.people(
          of: provider, at: element ?? .root, step: occasion.step,
          in: state ?? commit.instance.emptyState, by: definition, lookup: lookup,
          at: parts.clock.now())) ?? []
    }
  }

  /// Everyone who was asked, or acted, in an element, or in any.
  private func participants(of element: ElementPath?) -> [PersonID] {
    let asked = (commit.openItems ?? []) + commit.opened
    let items = asked.filter { element == nil || $0.element == element }
    let elements = (state?.elements ?? [:]).filter { element == nil || $0.key == element }
    let rounds = elements.sorted { $0.key < $1.key }.flatMap(\.value.rounds)
    let people = rounds.flatMap { round in
      round.people + round.answers.filter { !$0.isAutomatic }.map(\.actor.person)
        + round.escalations.map(\.person)
    }
    return (people + items.flatMap(\.visibleTo)).uniqued()
  }

  // MARK: The words

  func text(of occasion: Occasion, to person: PersonID, _ template: LocalizedTemplate?) -> String {
    let language = (try? lookup?.language(of: person)) ?? nil
    let words = NotificationText(
      occasion: occasion, commit: commit, definition: definition, organization: organization,
      lastComment: { self.lastComment(occasion) })
    guard let template else { return NotificationText.bounded(words.usual) }
    return NotificationText.bounded(
      template.template(in: language).render { reference in
        if reference.path.count == 1, let word = reference.path.first,
          let value = words.value(of: word, for: person)
        {
          return .text(value)
        }
        guard let lookup else { throw EngineError(.notFound, "\(reference)") }
        return try lookup.field(reference)
      })
  }

  /// What was said with the event, or else the latest that anybody said of the document: with an
  /// answer, a submission, or as a comment. Entries of this commit are not in the store yet.
  private func lastComment(_ occasion: Occasion) -> String {
    let said = [occasion.comment] + commit.history.reversed().map(\.comment)
    if let comment = said.lazy.compactMap({ $0 }).first(where: { !$0.isEmpty }) { return comment }
    var query = HistoryQuery(
      .document(commit.document.id), isNewestFirst: true, limit: Self.portion)
    while let entries = try? reading.history(query), let oldest = entries.last {
      if let comment = entries.lazy.compactMap(\.entry.comment).first(where: { !$0.isEmpty }) {
        return comment
      }
      query.after = oldest.sequence
    }
    return ""
  }

  /// So many entries are looked at in one read.
  private static let portion = 50
}

extension StoredInstance {
  /// Its saved state; nil when there is none that can be read.
  fileprivate var readState: InstanceState? {
    state.flatMap { try? JSON(parsing: $0) }.flatMap { try? InstanceState(stored: $0) }
  }

  /// The state of one that has not begun.
  fileprivate var emptyState: InstanceState {
    InstanceState(
      instance: id, document: document, documentType: documentType, workflow: workflow,
      version: version, originator: originator, line: line)
  }
}
