// What a document waits for that is nobody's work item.

import Workflow
import WorkflowRuntime

/// Why nothing happens although nobody is asked: told by `explain`.
struct Hindrances {
  let instance: StoredInstance?
  /// The instance and those of the document's lines that are open.
  let instances: [StoredInstance]
  let parts: EngineParts
  let organization: Organization
  let reading: any StoreReading
  /// Who is told.
  let person: PersonID

  /// Who can mend what is stopped; nobody is told their own name.
  private var administrators: String {
    let all = organization.administrators
    return all.contains(person)
      ? "you" : all.map(organization.name).joined(separator: ", ")
  }

  var sentences: [String] {
    get throws {
      guard let instance else { return [] }
      if instance.status == .stopped || instance.status == .unrecoverable {
        let stopped = "It is stopped: \(administrators) can mend the cause and resume or cancel it."
        return [stopped] + (try answersThatWait(in: instance))
      }
      guard instance.status.isOpen else { return [] }
      let now = parts.clock.now()
      let pending = try reading.pendingMessages(
        of: instance.id, dueBy: .distantFuture, limit: 100)
      var sentences = try instances.compactMap(whatFails)
      sentences += pending.compactMap { answerThatWaits($0, now) }
      let due = pending.filter { $0.runnableAt <= now }
      let hold = try TimerHold.read(reading)
      if let hold, due.contains(where: { $0.type == .timerDue }) {
        sentences.append(hold.sentence.prefix(1).uppercased() + hold.sentence.dropFirst() + ".")
      }
      guard due.contains(where: { hold == nil || $0.type != .timerDue }) else { return sentences }
      let settings = try BatchJobSettings.read(reading)
      if settings.isPaused {
        let by = settings.pausedBy.map { " by \(organization.name(of: $0))" } ?? ""
        sentences.append("The batch job is paused\(by): what comes next waits for it.")
      } else if parts.store.runner(of: instance.documentType) == nil {
        sentences.append("A message is due, and no process runs the batch job now.")
      }
      return sentences
    }
  }

  /// What people answered while the instance is stopped: nothing takes effect before it goes on.
  private func answersThatWait(in instance: StoredInstance) throws -> [String] {
    guard instance.status == .stopped else { return [] }
    let now = parts.clock.now()
    return try reading.pendingMessages(of: instance.id, dueBy: .distantFuture, limit: 100)
      .compactMap { answerThatWaits($0, now) }
  }

  /// "mail fails: the ledger is closed; try 2 of 5 at 14:03:07."
  private func whatFails(in instance: StoredInstance) throws -> String? {
    guard instance.status.isOpen, instance.status != .stopped,
      let message = try instance.heldBy.flatMap({ try reading.message($0) }),
      message.state.isPending, let error = message.error, let retryAt = message.retryAt
    else { return nil }
    let place = message.payload.element?.description ?? "the workflow"
    let line = instance.line.map { "line \($0): " } ?? ""
    let tries = (parts.types[message.documentType]?.retry ?? RetrySchedule()).tries
    let time = clock(of: retryAt)
    return "\(line)\(place) fails: \(error); try \(message.attempts + 1) of \(tries) at \(time)."
  }

  private func clock(of time: Timestamp) -> String {
    organization.zone.clockWithSeconds(of: time, seenOn: parts.today(in: organization))
  }

  private func answerThatWaits(_ message: Message, _ now: Timestamp) -> String? {
    guard let answer = message.payload.answer else { return nil }
    let name = organization.name(of: answer.onBehalfOf)
    let what = "\(name) has answered (\(answer.outcome.pastTense.lowercased()))"
    guard let time = answer.takesEffectAt, time > now else {
      return "\(what); the answer is in the queue."
    }
    return "\(what); the answer can be taken back until \(clock(of: time))."
  }
}
