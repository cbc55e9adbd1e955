// Telling people what a commit did, within its transaction (SPEC 10).

import Workflow
import WorkflowRuntime

/// Writes the notifications of one instance. They are there when the commit is, once; a rule that
/// cannot be followed tells nobody, and never stops the instance.
///
/// One for each batch or action, as `MessageHandling` is.
final class Telling {
  let parts: EngineParts
  let organization: Organization
  let transaction: any StoreTransaction
  private let preferences: KnownPreferences

  init(parts: EngineParts, organization: Organization, transaction: any StoreTransaction) {
    self.parts = parts
    self.organization = organization
    self.transaction = transaction
    preferences = KnownPreferences(transaction)
  }

  /// Tells of what was staged for an instance; called before it is written.
  func tell(of work: InstanceWork) throws {
    // Most of what a batch writes is told to nobody.
    guard
      !work.newItems.isEmpty || !work.changedItems.isEmpty
        || work.history.contains(where: { OccasionReading.events.contains($0.event) })
    else { return }
    let commit = ToldCommit(work)
    try tell(of: commit) { try $0.occasions() }
  }

  /// Tells of an instance that was stopped without being restored.
  func tell(of entry: HistoryEntry, on instance: StoredInstance) throws {
    guard let document = try transaction.document(instance.document) else { return }
    try tell(
      of: ToldCommit(instance: instance, document: document, state: nil, history: [entry])
    ) { try $0.occasions() }
  }

  /// Tells of what a person did directly: an item went to somebody else.
  ///
  /// - Parameter before: in whose inboxes the item lay already.
  func tell(
    of entry: HistoryEntry, about item: WorkItem, before: [PersonID], on instance: StoredInstance,
    _ document: StoredDocument
  ) throws {
    let commit = ToldCommit(instance: instance, document: document, state: nil, history: [entry])
    try tell(of: commit) { reading in
      let people = item.visibleTo.filter { !before.contains($0) }
      var occasion = Occasion(item, newTo: people, by: entry.actor?.person)
      occasion.comment = entry.comment ?? occasion.comment
      return try reading.occasions() + [occasion]
    }
  }

  /// Tells administrators that the clock leapt, once for each leap.
  func tell(of hold: TimerHold) throws {
    let since = "\(hold.since.microseconds)"
    guard try transaction.setting(SettingName.toldClockLeap) != since else { return }
    try transaction.set(since, for: SettingName.toldClockLeap)
    for person in organization.administrators.uniqued() where writing.canBeTold(person) {
      try writing.write(
        .init(person: person, event: .clockLeap, text: NotificationText.capitalized(hold.sentence)))
    }
  }

  private var writing: NotificationWriting {
    NotificationWriting(
      parts: parts, organization: organization, transaction: transaction, preferences: preferences)
  }

  private func tell(
    of commit: ToldCommit, _ occasions: (OccasionReading) throws -> [Occasion]
  ) throws {
    // A version that cannot be read any more has no rules, and no owner who could be told.
    let definition = try? parts.sources.definition(
      of: commit.instance.workflow, version: commit.instance.version, transaction)
    let found = try occasions(
      OccasionReading(
        commit: commit, owner: definition?.owner, organization: organization, reading: transaction))
    guard !found.isEmpty else { return }
    let receiving = NotificationReceiving(
      parts: parts, organization: organization, commit: commit, definition: definition,
      transaction)
    for occasion in found {
      for (person, template) in receiving.receivers(of: occasion)
      where writing.canBeTold(person) {
        let text = receiving.text(of: occasion, to: person, template)
        try writing.write(commit.notification(of: occasion, to: person, text))
      }
    }
  }
}

extension ToldCommit {
  fileprivate func notification(
    of occasion: Occasion, to person: PersonID, _ text: String
  ) -> NotificationWriting.New {
    .init(
      person: person, event: occasion.event, document: document.id, instance: instance.id,
      item: occasion.item?.id, element: occasion.element, step: occasion.step,
      // Hundreds of lines are told as one, of each event.
      group: instance.line.map { _ in "lines of \(document.id): \(occasion.event.rawValue)" },
      text: text)
  }
}

extension InstanceWork {
  /// Writes what changed, and tells people of it: one transaction.
  func save(telling: Telling, at now: Timestamp) throws {
    try telling.tell(of: self)
    try save(to: telling.transaction, random: telling.parts.random, at: now)
  }
}
