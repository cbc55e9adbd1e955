// The batch job, messages and stopped instances.

import ApplicationRuntime
import Screen
import WorkflowRuntime

extension ActionTable {
  static let queueActions: [PageAction] = [
    PageAction(
      .pauseJob, "P", "pause job", "Pauses the batch job, or lets it continue, for every process.",
      in: [.queue, .system], footer: 10, when: { $0.jobAvailability },
      perform: { state in
        let isPaused = state.overview?.settings.isPaused ?? false
        return [.job(isPaused ? .continue : .pause, as: state.viewer.actor)]
      }),
    PageAction(
      .step, "n", "step", "Handles the next message alone; a running job is paused first.",
      in: [.queue, .system], footer: 11, when: { $0.jobAvailability },
      perform: { [.job(.step, as: $0.viewer.actor)] }),
    PageAction(
      .runNow, "!", "run now", "Lets the batch job look at the queue at once.",
      in: [.queue, .system],
      footer: 12, when: { $0.jobAvailability },
      perform: { [.job(.runNow, as: $0.viewer.actor)] }),
    PageAction(
      .jobSettings, "b", "settings", "Sets interval, batch size and waking of the batch job.",
      in: [.queue, .system], footer: 13,
      when: { $0.overview == nil ? .off("its state is not read yet") : $0.jobAvailability },
      perform: { state in
        state.openSettings()
        return []
      }),
    PageAction(
      .tryNow, "t", "try now", "Tries a message that waits for its retry at once.", in: [.queue],
      footer: 14, when: { $0.retryAvailability },
      perform: { $0.tryNow() }),
    PageAction(
      .resume, "f", "resume", "Lets a stopped instance go on: the cause is fixed.",
      in: [.queue, .instances, .instance], footer: 15, when: { $0.resumeAvailability },
      perform: { $0.act(.resume) }),
    PageAction(
      .cancel, "X", "cancel", "Cancels the instance; its document is a draft again.",
      in: [.queue, .instances, .instance], danger: .asksFirst, footer: 16,
      when: { $0.availability(of: .cancel) },
      perform: { $0.act(.cancel) }),
  ]
}

extension InterfaceState {
  fileprivate var jobAvailability: Availability {
    if setup.isReadOnly { return .off("this is a read-only session") }
    return viewer.isAdministrator ? .on : .off("only an administrator may do that")
  }

  fileprivate var retryAvailability: Availability {
    guard jobAvailability.isOn else { return jobAvailability }
    guard let queue = page.queue, queue.selected != nil else { return .off("nothing is selected") }
    guard retriable.isEmpty else { return .on }
    return .off(
      queue.markedMessages.isEmpty
        ? "it does not wait for a retry" : "none of the marked waits for a retry")
  }

  /// The messages that are meant and wait for their retry.
  private var retriable: [Message] {
    guard let queue = page.queue else { return [] }
    let marked = queue.markedMessages
    return (marked.isEmpty ? [queue.selected].compactMap { $0 } : marked).filter {
      $0.state == .waiting && $0.retryAt != nil
    }
  }

  /// `t`: one at once, several after a question.
  fileprivate mutating func tryNow() -> [Effect] {
    let messages = retriable
    let actor = viewer.actor
    let effects = messages.map { Effect.job(.tryNow(sequence: $0.sequence), as: actor) }
    guard page.queue?.markedMessages.isEmpty == false else { return effects }
    let title = "Try \(plural(messages.count, "message")) now"
    open(
      dialog: Dialog(
        title: title,
        lines: messages.map { "\($0.sequence) \($0.type.rawValue), \($0.document)" }
          .shortened(to: 6) + ["What fails again waits for its next retry."], confirm: title
      ) { state, _ in
        state.page.list?.clearMarks()
        return effects
      })
    return []
  }

  fileprivate var resumeAvailability: Availability {
    if availability(of: .resume).isNever { return availability(of: .resume) }
    let isStopped =
      switch page {
      case .queue(let page) where !page.markedMessages.isEmpty:
        page.markedMessages.contains { $0.state == .stopped }
      case .queue(let page): page.selected.map { $0.state == .stopped }
      case .instances(let page) where !page.list.markedRows.isEmpty:
        page.list.markedRows.contains { page.row($0.id)?.status == .stopped }
      case .instances(let page): page.selected.map { $0.status == .stopped }
      default: Bool?.some(true)
      }
    guard let isStopped else { return .off("nothing is selected") }
    return isStopped ? availability(of: .resume) : .off("it is not stopped")
  }
}
