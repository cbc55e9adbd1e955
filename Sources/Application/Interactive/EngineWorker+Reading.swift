// What pages read, answered by the engine.

import ApplicationRuntime
import Interface
import Synchronization
import Workflow
import WorkflowRuntime

extension EngineWorker {
  func read(_ reading: Reading, as actor: Actor) throws -> ReadAnswer {
    switch reading {
    case .overview:
      try clock?.refresh()
      tellNames()
      return .overview(try engine.queueOverview())
    case .inbox, .documents, .queue, .instances, .notifications, .deliveries:
      return try list(reading, as: actor)
    case .system(let ways):
      return .system(try engine.systemOverview(as: actor, ways: ways))
    case .document(let id): return .document(try engine.document(id, as: actor))
    case .instance(let id): return .instance(try engine.instance(id, as: actor))
    case .moment(let id, let message):
      return .moment(try engine.instance(id, at: message, as: actor))
    case .explanation(let id): return .explanation(try engine.explain(id, as: actor))
    case .olderHistory(let id, let before):
      return .olderHistory(try engine.history(of: id, before: before, as: actor))
    case .workflows: return .workflows(try engine.workflowVersions(as: actor))
    case .workflow(let id, let version):
      return .workflow(try engine.workflowVersion(id, version, as: actor))
    case .comparison(let old, let new): return .comparison(try compare(old, new))
    case .simulationSubjects(let type):
      return .simulationSubjects(try simulationSubjects(of: type, as: actor))
    case .people: return .people(try people())
    case .choices(let action, let items):
      return .choices(try engine.choices(for: action, on: items, as: actor))
    case .openItems(let instances):
      return .openItems(try engine.openItems(of: instances, as: actor))
    case .unread: return .unread(try engine.unreadNotificationCount(of: actor.person))
    case .preferences: return .preferences(try engine.notificationPreferences(as: actor))
    case .organization: return .organization(try organization(as: actor))
    case .delegations:
      let isAll = try engine.organization().isAdministrator(actor.person)
      return .delegations(
        try engine.delegations(
          of: isAll ? nil : actor.person, includingEnded: true, as: actor))
    case .person(let id): return .person(try person(id, as: actor))
    case .statistics: return try readLong(reading, as: actor)
    case .folder(let path): return .folder(try FolderReading(path).listing())
    case .editing(let type):
      return .editing(try EditorProposals(engine: engine, actor: actor, type: type).context())
    }
  }

  /// Everybody who is active, with what waits for them as long as they are few.
  private func people() throws -> [PersonChoice] {
    let organization = try engine.organization()
    let today = try engine.today()
    let active = organization.people.filter { $0.isActive(on: today) }
    return try active.map { person in
      let isAdministrator = organization.isAdministrator(person.id)
      var notes: [String] = isAdministrator ? ["administrator"] : []
      if active.count <= 60 {
        let count = try engine.inboxCount(of: person.id)
        if count > 0 { notes.append(count == 1 ? "1 open item" : "\(count) open items") }
      }
      return PersonChoice(
        id: person.id, name: person.name, note: notes.joined(separator: ", "),
        isAdministrator: isAdministrator)
    }
  }

  /// The people's names and the types, when they are not those that the pages know.
  func tellNames() {
    guard let organization = try? engine.organization() else { return }
    let isKnown = namedSource.withLock { known in
      defer { known = organization.source }
      return known == organization.source
    }
    if isKnown { return }
    let names = organization.people.map { ($0.id, $0.name) }
    mailbox.post(.named(Dictionary(names) { first, _ in first }))
    mailbox.post(.typed(engine.orderedTypes))
  }
}
