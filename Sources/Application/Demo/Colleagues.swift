// Colleagues who work by themselves in a sample store, so that there is something to watch.

import ApplicationRuntime
import Dispatch
import Expenses
import Resources
import Workflow
import WorkflowRuntime

/// Lets simulated colleagues submit and answer every few seconds, through the same API as
/// everybody.
final class Colleagues: @unchecked Sendable {
  // Everything below is used on `queue` only; that is why the class may be sent.
  private let engine: Engine
  private let samples: [SampleReport]
  private let queue = DispatchQueue(label: "countersign.colleagues")
  private var timer: (any DispatchSourceTimer)?

  /// More documents than this are not begun while they wait for answers.
  private static let mostOpen = 40
  private static let pause = 2.0

  init(engine: Engine) throws {
    self.engine = engine
    samples = try SampleReport.parse(
      ShippedResources.sampleReports, today: try engine.today(),
      currency: try engine.organization().currency)
  }

  /// Starts them, or sends them home. The inbox of `person` is left alone.
  ///
  /// - Returns: whether they are at work now.
  func toggle(sparing person: PersonID) -> Bool {
    queue.sync {
      if let timer {
        timer.cancel()
        self.timer = nil
        return false
      }
      let timer = DispatchSource.makeTimerSource(queue: queue)
      timer.setEventHandler { [weak self] in self?.act(sparing: person) }
      timer.schedule(deadline: .now(), repeating: Self.pause, leeway: .milliseconds(100))
      timer.activate()
      self.timer = timer
      return true
    }
  }

  func stop() {
    queue.sync {
      timer?.cancel()
      timer = nil
    }
  }

  /// One of them does one thing. What is refused is refused to them like to anybody.
  private func act(sparing person: PersonID) {
    guard let organization = try? engine.organization(),
      let administrator = organization.administrators.first,
      let open = try? engine.inbox(
        of: administrator, as: Actor(administrator), all: true, limit: Self.mostOpen
      ).rows
    else { return }
    let others = open.filter { !$0.item.visibleTo.contains(person) }
    if open.count < Self.mostOpen, others.isEmpty || Bool.random() {
      submit(sparing: person)
    } else if let row = others.randomElement() {
      answer(row)
    }
  }

  private func submit(sparing person: PersonID) {
    guard let sample = samples.filter({ $0.person != person }).randomElement() else { return }
    let actor = Actor(sample.person)
    guard
      let document = try? engine.createDocument(
        type: ExpenseReport().id, content: sample.content, by: actor)
    else { return }
    _ = try? engine.perform(ActionRequest(.submit, .document(document.id)), by: actor)
  }

  private func answer(_ row: InboxRow) {
    guard let person = row.item.visibleTo.randomElement() else { return }
    let item = ActionRequest.Target.item(row.item.id)
    let request: ActionRequest =
      switch row.item.kind {
      case .return, .changeRequested: ActionRequest(.resubmit, .document(row.item.document))
      case .task where row.item.outcomes.isEmpty && Int.random(in: 0..<8) > 0:
        ActionRequest(.complete, item)
      case .approval where Int.random(in: 0..<8) > 0: ActionRequest(.approve, item)
      case .choice where !row.item.outcomes.isEmpty, .task where !row.item.outcomes.isEmpty:
        ActionRequest(
          .choose, item, comment: "So be it.", choice: row.item.outcomes.randomElement()?.name)
      case .task, .approval, .choice:
        ActionRequest(.reject, item, comment: "Please add the receipt.")
      }
    _ = try? engine.perform(request, by: Actor(person))
  }
}
