// What every part of the engine works with.

import Workflow
import WorkflowRuntime

/// The engine's collaborators, given to each of its parts as one value.
struct EngineParts: Sendable {
  let store: any Store
  let types: [DocumentTypeID: any DocumentType]
  let clock: any EngineClock
  let random: any RandomSource
  let runtime = WorkflowRuntime()
  let sources = ParsedSources()

  func type(_ id: DocumentTypeID) throws -> any DocumentType {
    guard let type = types[id] else {
      throw EngineError(.notFound, "this program knows no documents of the type “\(id)”")
    }
    return type
  }

  /// The day in the time zone of the organisation.
  func today(in organization: Organization) -> Day {
    sources.calendar(of: organization).day(of: clock.now())
  }
}
