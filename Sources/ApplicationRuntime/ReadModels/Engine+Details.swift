// One document, one instance, and why things are as they are.

import Workflow
import WorkflowRuntime

extension Engine {
  /// A document with everything that its page shows to this person.
  public func document(_ id: DocumentID, as actor: Actor) throws -> DocumentDetail {
    try reading(as: actor) { reading, organization in
      let stored = try reading.existingDocument(id)
      try Involvement(of: actor.person, parts: parts, organization: organization, reading)
        .require(in: stored)
      let type = try parts.type(stored.type)
      let document = try Document(stored, type: type, currency: organization.currency)
      let permissions = try Permissions(
        of: actor.person, on: stored, parts: parts, organization: organization, reading)
      let findings = try type.allFindings(
        in: document.content, on: .submitted,
        context: .init(
          document: id, originator: stored.originator, organization: organization,
          today: parts.today(in: organization)
        ) { try reading.documents(withFingerprint: $0, limit: 20) })
      let route = try Route(
        permissions.instance, of: stored, parts: parts, organization: organization, reading)
      // The items of lines belong to workflows of their own.
      let items = permissions.openItems.filter { $0.instance == permissions.instance?.id }
      return DocumentDetail(
        document: document, originatorName: organization.name(of: stored.originator),
        findings: findings,
        calculated: document.content.calculatedFields(of: type.schema),
        actions: permissions.all, openItems: permissions.openItems, next: route?.next ?? [],
        instances: try reading.instances(InstanceQuery(document: id, limit: 100)).map(\.id),
        steps: route?.places(of: items) ?? [:])
    }
  }

  /// Who is waited for and since when, what this person may do and why not the rest, and what
  /// comes next.
  public func explain(_ id: DocumentID, as actor: Actor) throws -> Explanation {
    try reading(as: actor) { reading, organization in
      let stored = try reading.existingDocument(id)
      let permissions = try Permissions(
        of: actor.person, on: stored, parts: parts, organization: organization, reading)
      let row = try DocumentRow(stored, organization, reading)
      let route = try Route(
        permissions.instance, of: stored, parts: parts, organization: organization, reading)
      let isInvolved = try Involvement(
        of: actor.person, parts: parts, organization: organization, reading
      ).isInvolved(in: stored)
      let holds = try Holds(permissions, parts: parts, reading)
      let isFaulty = permissions.instance.map { [.stopped, .unrecoverable].contains($0.status) }
      return Explanation(
        document: row, person: actor.person,
        standing: stored.standing,
        waiting: isInvolved ? permissions.openItems.map { .init($0, permissions, holds) } : [],
        actions: permissions.all, next: isInvolved ? route?.next ?? [] : [],
        error: isInvolved && isFaulty == true ? permissions.instance?.error : nil,
        hindrances: isInvolved
          ? try Hindrances(
            instance: permissions.instance, instances: permissions.instances, parts: parts,
            organization: organization, reading: reading, person: actor.person
          ).sentences : [],
        children: isInvolved ? try Explanation.Child.all(of: route, permissions, reading) : [],
        timers: isInvolved
          ? try Explanation.Timer.coming(
            for: permissions.instances, holds, organization, reading) : [])
    }
  }

  /// An instance with everything that its page shows.
  public func instance(_ id: InstanceID, as actor: Actor) throws -> InstanceDetail {
    try reading(as: actor) { reading, organization in
      guard let stored = try reading.instance(id) else {
        throw EngineError(.notFound, "there is no instance \(id)")
      }
      let document = try reading.existingDocument(stored.document)
      try Involvement(of: actor.person, parts: parts, organization: organization, reading)
        .require(in: document)
      let permissions = try Permissions(
        of: actor.person, on: document, named: stored.status.isOpen ? stored : nil, parts: parts,
        organization: organization, reading)
      let items = try reading.workItems(WorkItemQuery(.openOfInstance(id), limit: 500))
      let route = try Route(
        stored, of: document, parts: parts, organization: organization, reading)
      let history = try reading.history(
        HistoryQuery(.instance(id), isNewestFirst: true, limit: Self.historyWindow))
      var detail = InstanceDetail(
        row: InstanceRow(stored, title: document.title, problem: route?.problem),
        document: try DocumentRow(document, organization, reading),
        outline: route?.outline(openItems: items, organization: organization) ?? [],
        openItems: items,
        history: try HistoryRows.rows(of: history.reversed(), organization, reading),
        pendingMessages: try reading.pendingMessages(
          of: id, dueBy: .distantFuture, limit: 100
        ).map { $0.shown(at: parts.clock.now()) },
        actions: permissions.all, next: route?.next ?? [],
        figure: route?.figure(openItems: items, organization: organization))
      detail.hasOlderHistory = history.count == Self.historyWindow
      detail.then = route?.next(together: true) ?? []
      detail.children = try InstanceChild.all(of: stored, organization, reading)
      detail.rounds = route?.openRounds ?? []
      return detail
    }
  }

  /// So many entries of the history of an instance are read at once.
  private static var historyWindow: Int { 200 }

  /// The entries of an instance's history before another one, the oldest first; none at its
  /// beginning.
  public func history(
    of id: InstanceID, before sequence: Int64, as actor: Actor
  ) throws -> [HistoryRow] {
    try reading(as: actor) { reading, organization in
      guard let stored = try reading.instance(id) else {
        throw EngineError(.notFound, "there is no instance \(id)")
      }
      let document = try reading.existingDocument(stored.document)
      try Involvement(of: actor.person, parts: parts, organization: organization, reading)
        .require(in: document)
      let entries = try reading.history(
        HistoryQuery(
          .instance(id), after: sequence, isNewestFirst: true, limit: Self.historyWindow))
      return try HistoryRows.rows(of: entries.reversed(), organization, reading)
    }
  }
}

extension StoredDocument {
  /// Where the document stands, in a sentence: "In review: manager step".
  var standing: String {
    let words = status.words
    return waitingFor.map { "\(words): \($0)" } ?? words
  }
}

extension DocumentStatus {
  /// The status as people read it: "In review".
  public var words: String {
    var words = ""
    for character in rawValue {
      if character.isUppercase {
        words += " " + character.lowercased()
      } else {
        words.append(character)
      }
    }
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The status within a sentence: "in review".
  var inSentence: String { words.lowercased() }
}
