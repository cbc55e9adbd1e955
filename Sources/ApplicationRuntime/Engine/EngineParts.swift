// What every part of the engine works with.

import Workflow
import WorkflowRuntime

/// The engine's collaborators, given to each of its parts as one value.
struct EngineParts: Sendable {
  let store: any Store
  let clock: any EngineClock
  let random: any RandomSource
  let runtime = WorkflowRuntime()
  let sources: ParsedSources
  let checked = CheckedVersions()

  /// - Parameter types: those that are given in Swift.
  init(
    store: any Store, types: [any DocumentType], clock: any EngineClock,
    random: any RandomSource
  ) {
    self.store = store
    self.clock = clock
    self.random = random
    sources = ParsedSources(types: types)
  }

  /// The types given in Swift and those that come with the organisation, as it was read last.
  var types: [DocumentTypeID: any DocumentType] { sources.types }

  func type(_ id: DocumentTypeID) throws -> any DocumentType {
    guard let type = types[id] else {
      throw EngineError(
        .notFound,
        "neither this program nor its organisation knows documents of the type “\(id)”"
          + Nearest.hint(to: id.rawValue, among: types.keys.map(\.rawValue)))
    }
    return type
  }

  /// The day in the time zone of the organisation.
  func today(in organization: Organization) -> Day {
    organization.zone.day(of: clock.now())
  }
}
