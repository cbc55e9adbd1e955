// The answers that took longest: where to look first.

import Workflow
import WorkflowRuntime

/// A work item that was answered, and how long that took.
public struct SlowAnswer: Hashable, Sendable {
  public let document: DocumentID
  public let instance: InstanceID
  public let item: WorkItemID
  /// Who answered.
  public let person: PersonID
  public let answeredAt: Timestamp
  /// To its answer from the creation of the item; for an element or a step from that of the first
  /// item, where it was escalated, delegated or reassigned.
  public let took: Duration
}

/// Keeps the few that took longest of any number.
struct SlowestAnswers: Hashable, Sendable {
  static let kept = 10

  private(set) var answers: [SlowAnswer] = []

  mutating func take(_ item: WorkItem, took: Duration) {
    guard let answer = item.answer else { return }
    if answers.count == Self.kept, let last = answers.last, last.took >= took { return }
    let new = SlowAnswer(
      document: item.document, instance: item.instance, item: item.id,
      person: answer.actor.person, answeredAt: answer.givenAt, took: took)
    let place = answers.firstIndex { $0.took < took } ?? answers.count
    answers.insert(new, at: place)
    if answers.count > Self.kept { answers.removeLast() }
  }
}
