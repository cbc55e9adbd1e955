// Messages as one person may see them at a moment.

import Workflow
import WorkflowRuntime

/// Asks once for each document whether the person is involved.
struct SeenMessages {
  private let involvement: Involvement
  private let now: Timestamp
  private var involved: [DocumentID: Bool] = [:]

  init(
    by person: PersonID, at now: Timestamp, _ parts: EngineParts,
    organization: Organization,
    _ reading: any StoreReading
  ) {
    involvement = Involvement(of: person, parts: parts, organization: organization, reading)
    self.now = now
  }

  mutating func shown(_ message: Message) throws -> Message {
    let mayKnow = try involved[message.document] ?? involvement.mayKnow(message)
    involved[message.document] = mayKnow
    return (mayKnow ? message : message.withoutContent).shown(at: now)
  }
}
