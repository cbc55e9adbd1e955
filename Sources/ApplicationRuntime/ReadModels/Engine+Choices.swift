// Whom and what an action can name, so that a page offers nobody who would be refused.

import Workflow
import WorkflowRuntime

extension Engine {
  /// So many items are looked at for one choice; the engine refuses the others by themselves.
  private static let itemsOfChoice = 50

  /// The people or the queues that an action on these work items can name.
  ///
  /// - Parameters:
  ///   - action: delegating and reassigning name who gets them, a requested change who is asked,
  ///     moving the queue.
  ///   - items: without one, everybody who is active.
  package func choices(
    for action: Action, on items: [WorkItemID], as actor: Actor
  ) throws -> [ActionChoice] {
    let parts = parts
    return try reading(as: actor) { reading, organization in
      let choice = ChoiceReading(
        actor: actor, parts: parts, organization: organization, reading: reading,
        items: try items.prefix(Self.itemsOfChoice)
          .compactMap { try reading.workItem($0) }.filter(\.status.isOpen))
      return switch action {
      case .move: try choice.queues
      case .requestChange: try choice.addressees
      default: try choice.receivers(of: action)
      }
    }
  }

  /// The open work items of instances, for the administrator who reassigns one.
  package func openItems(of instances: [InstanceID], as actor: Actor) throws -> [WorkItem] {
    try requireAdministrator(actor, "see the work items of others")
    return try reading { reading in
      try instances.prefix(Self.itemsOfChoice).flatMap {
        try reading.workItems(WorkItemQuery(.openOfInstance($0), limit: 500))
      }
    }
  }
}

/// What one choice is made of, within one transaction.
private struct ChoiceReading {
  let actor: Actor
  let parts: EngineParts
  let organization: Organization
  let reading: any StoreReading
  let items: [WorkItem]

  private var today: Day { parts.today(in: organization) }

  private var activePeople: [Person] {
    let today = today
    return organization.people.filter { $0.isActive(on: today) }
  }

  /// Those whom at least one of the items can go to.
  func receivers(of action: Action) throws -> [ActionChoice] {
    let asked = try items.map { item in
      let document = try reading.existingDocument(item.document)
      let instance = try reading.instance(item.instance)
      return (
        item: item, instance: instance,
        permissions: try Permissions(
          of: actor.person, on: document, named: instance, parts: parts,
          organization: organization, reading)
      )
    }
    return activePeople.filter { person in
      // Nobody delegates to themselves.
      if action == .delegate, person.id == actor.person { return false }
      return asked.isEmpty
        || asked.contains { $0.permissions.reason(against: person.id, of: $0.item) == nil }
    }.map { person in
      let acting = asked.first.flatMap { first in
        first.instance.map { instance in
          organization.delegate(
            of: person.id, on: today, type: instance.documentType, workflow: instance.workflow,
            isBarred: { first.permissions.isBarred($0, from: first.item) }
          ).person
        }
      }
      let isAway = acting.map { $0 != person.id && $0 != actor.person } ?? false
      return ActionChoice(
        id: person.id.rawValue, name: person.name,
        note: isAway ? "away: \(organization.name(of: acting ?? person.id)) acts for them" : "")
    }
  }

  /// The queues that items can come into.
  var queues: [ActionChoice] {
    get throws {
      organization.queues.values.filter { queue in
        queue.status == .active && items.contains { $0.queue != queue.id }
      }
      .sorted { $0.id < $1.id }
      .map { queue in
        let names = queue.members.prefix(3).map { organization.name(of: $0) }
        let more = queue.members.count - names.count
        let note = names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
        return ActionChoice(id: queue.id.rawValue, name: queue.title, note: note)
      }
    }
  }

  /// Who can be asked for a change: the originator, those who answered before, then the others.
  var addressees: [ActionChoice] {
    get throws {
      guard let item = items.first else { return [] }
      let document = try reading.existingDocument(item.document)
      try Involvement(
        of: actor.person, parts: parts, organization: organization, reading
      ).require(in: document)
      var notes: [(person: PersonID, note: String)] = [(document.originator, "originator")]
      let history = try reading.history(
        HistoryQuery(.instance(item.instance), isNewestFirst: true, limit: 500))
      for entry in history.map(\.entry) {
        guard let person = entry.actor?.person, let words = Self.words(for: entry.event),
          !notes.contains(where: { $0.person == person })
        else { continue }
        let place = entry.step ?? entry.element?.name
        notes.append((person, words + (place.map { ", \($0)" } ?? "")))
      }
      let active = activePeople
      let known = notes.compactMap { note in
        active.first { $0.id == note.person }.map { ($0, note.note) }
      }
      let others = active.filter { person in
        person.id != actor.person && !notes.contains { $0.person == person.id }
      }
      return known.filter { $0.0.id != actor.person }.map { person, note in
        ActionChoice(
          id: person.id.rawValue, name: person.name, note: note,
          isUsual: person.id == document.originator)
      } + others.map { ActionChoice(id: $0.id.rawValue, name: $0.name) }
    }
  }

  private static func words(for event: HistoryEvent) -> String? {
    switch event {
    case .approved: "approved"
    case .completed: "completed"
    case .changeRequested: "asked for a change"
    default: nil
    }
  }
}
