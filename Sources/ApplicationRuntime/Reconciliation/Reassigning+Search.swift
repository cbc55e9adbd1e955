// Finding those who take over an open item.

import Workflow
import WorkflowRuntime

extension Reassigning {
  /// Who was found; nobody means that the item is orphaned.
  struct Found {
    var people: [PersonID]
    /// For whom each of them acts.
    var standIns: [PersonID: PersonID] = [:]
    /// The one person acted for, when several are offered the item of one.
    var onBehalfOf: PersonID?
    var history: [HistoryEntry] = []
  }

  /// What the search works with.
  struct Search {
    private let reassigning: Reassigning
    private let item: WorkItem
    private let state: InstanceState
    private let definition: WorkflowDefinition
    private let lookup: DocumentLookup
    private let now: Timestamp

    init(_ reassigning: Reassigning, _ state: InstanceState, _ work: InstanceWork) throws {
      let parts = reassigning.parts
      self.reassigning = reassigning
      self.state = state
      item = reassigning.item
      now = parts.clock.now()
      definition = try parts.sources.definition(
        of: work.instance.workflow, version: work.instance.version, reassigning.transaction)
      lookup = DocumentLookup(
        document: work.document, line: work.instance.line,
        type: try parts.type(work.instance.documentType), organization: reassigning.organization,
        today: reassigning.today, reassigning.transaction)
    }

    /// Who changes the document in place of somebody who has left: the manager.
    func receiver() throws -> Found {
      guard let assignee = item.assignee else { return Found(people: []) }
      let receiver = try reassigning.parts.runtime.receiver(of: assignee, lookup: lookup)
      return Found(people: receiver.map { [$0] } ?? [])
    }

    func people() throws -> Found {
      let found =
        item.assignee == nil || item.candidates.count > 1 || item.queue != nil
        ? offered() : inPlace(of: item.assignee)
      return try found ?? fallback()
    }

    /// Those who are asked by an offered item, or who act for them now.
    private func offered() -> Found? {
      var found = Found(people: [], onBehalfOf: item.onBehalfOf)
      let asked =
        reassigning.queueMembers ?? item.candidates.map { item.standIns[$0] ?? $0 }
      for person in asked {
        guard let one = self.acting(for: person), !found.people.contains(one) else { continue }
        found.people.append(one)
        if one != person { found.standIns[one] = person }
      }
      return found.people.isEmpty ? nil : found
    }

    /// Who acts for one person: their delegate, or whoever was asked before them.
    private func inPlace(of person: PersonID?) -> Found? {
      guard let person else { return nil }
      let asked = item.onBehalfOf ?? person
      let isEscalated =
        state.elements[item.element]?.rounds.last?.escalations.contains { $0.person == person }
        ?? false
      guard let one = acting(for: person) ?? (isEscalated ? nil : acting(for: asked)) else {
        return nil
      }
      return Found(people: [one], standIns: one == asked ? [:] : [one: asked])
    }

    /// Whom the fallback names, for the person who was asked.
    private func fallback() throws -> Found {
      let (people, entries) = try reassigning.parts.runtime.fallback(
        of: item.element, step: item.step, in: state, by: definition, lookup: lookup, at: now)
      let asked = item.onBehalfOf ?? (item.candidates.count > 1 ? nil : item.assignee)
      var found = Found(people: [], onBehalfOf: asked, history: entries)
      for person in people {
        guard let one = acting(for: person), !found.people.contains(one) else { continue }
        found.people.append(one)
        let actedFor = asked ?? person
        if one != actedFor { found.standIns[one] = actedFor }
      }
      return found
    }

    /// The person, when active, or who acts for them under the standing delegations; nil for
    /// nobody.
    private func acting(for person: PersonID) -> PersonID? {
      let isBarred = { (id: PersonID) in
        id == state.originator
          && (!definition.submitterMayApprove || state.asksFinally(by: item))
      }
      if reassigning.isActive(person) { return isBarred(person) ? nil : person }
      let one = reassigning.organization.delegate(
        of: person, on: reassigning.today, type: state.documentType, workflow: state.workflow,
        isBarred: isBarred
      ).person
      return reassigning.isActive(one) && !isBarred(one) ? one : nil
    }
  }
}
