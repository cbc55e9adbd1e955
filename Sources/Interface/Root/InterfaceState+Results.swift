// What became of what was asked for.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension InterfaceState {
  mutating func take(
    work number: Int, index: Int, _ result: Result<ActionResult, EngineError>
  ) -> [Effect] {
    guard var work = works[number] else { return [] }
    work.done += 1
    switch result {
    case .success(let outcome):
      work.results.append(outcome)
      unmark(outcome)
      note(success: index, of: &work, document: outcome.document)
    case .failure(let error):
      if error.code == .interrupted {
        work.done = work.requests.count
      } else {
        let name = work.names.indices.contains(index) ? work.names[index] : ""
        work.failures.append(work.requests.count > 1 ? "\(name): \(error.message)" : error.message)
      }
      if work.requests.count == 1 { refuse(work, error) }
    }
    works[number] = work.isFinished ? nil : work
    guard work.isFinished else { return [] }
    finish(work)
    return readAll()
  }

  /// What was done is not marked any more; what failed stays marked.
  private mutating func unmark(_ result: ActionResult) {
    page.list?.unmark(result.document.rawValue)
    guard let instance = result.instance else { return }
    page.list?.unmark(instance.description)
    page.queue?.unmark(messagesOf: instance)
  }

  private mutating func note(
    success index: Int, of work: inout Work, document: DocumentID
  ) {
    guard work.requests.indices.contains(index) else { return }
    guard case .item(let item) = work.requests[index].target else { return }
    work.doneItems.append(item)
    page.list?.unmark(item.description)
    rowsAreStale = true
    if work.action == .undo {
      answered[item] = nil
    } else if work.action.givesAnswer, setup.undoWindow > .zero {
      answered[item] = AnsweredMark(
        action: work.action, document: document, until: uptime + setup.undoWindow)
    }
  }

  private mutating func refuse(_ work: Work, _ error: EngineError) {
    if work.origin == .editor {
      page.document?.saving.awaitsFindings = true
    }
    fail(error)
  }

  private mutating func finish(_ work: Work) {
    let isAnswer = work.action.givesAnswer
    let canTakeBack =
      (isAnswer || work.action.reversal != nil) && work.origin != .undo
      && setup.undoWindow > .zero && !work.doneItems.isEmpty
    if canTakeBack {
      takeBacks.append(
        TakeBack(items: work.doneItems, action: work.action, until: uptime + setup.undoWindow))
    }
    if work.requests.count > 1 {
      finishBulk(work, canTakeBack: canTakeBack)
    } else if let result = work.results.first {
      finishOne(work, result, canTakeBack: canTakeBack)
    }
  }

  private mutating func finishOne(_ work: Work, _ result: ActionResult, canTakeBack: Bool) {
    if canTakeBack {
      let name = work.names.first ?? result.document.rawValue
      // What was chosen, the engine says.
      let done =
        work.action == .choose ? result.message : "\(work.action.past.capitalizedFirst): \(name)."
      tell(
        done + wait(for: work.action), kind: .done,
        hint: "u: take back", takesEffect: takesEffect(of: work.action))
    } else {
      let recalls = work.action == .submit || work.action == .resubmit
      tell(
        result.message + wait(for: work.action), kind: .done,
        hint: recalls ? "U recalls it" : nil)
    }
    if work.origin == .editor { page.document?.editor = nil }
  }

  private var isJobPaused: Bool { overview?.settings.isPaused ?? false }

  /// When an answer counts; nil for what counts at once, and while nothing is handled at all.
  private func takesEffect(of action: Action) -> Duration? {
    isJobPaused || !action.givesAnswer ? nil : uptime + setup.undoWindow
  }

  /// The rest of a toast about what only the batch job brings about.
  private func wait(for action: Action) -> String {
    let isPosted: Bool
    switch action {
    case .submit, .resubmit, .recall, .resume, .skip, .cancel: isPosted = true
    default: isPosted = action.givesAnswer
    }
    return isPosted && isJobPaused ? " It waits: the batch job is paused." : ""
  }

  private mutating func finishBulk(_ work: Work, canTakeBack: Bool) {
    let done = work.results.count
    let left = work.requests.count - done - work.failures.count
    var text = "\(work.action.past.capitalizedFirst): \(done) of \(work.requests.count)."
    if left > 0 { text += " Stopped; \(left) were left alone." }
    if done > 0 { text += wait(for: work.action) }
    if done > 0 || left > 0 {
      tell(
        text, kind: .done, hint: canTakeBack ? "u: take all back" : nil,
        takesEffect: canTakeBack ? takesEffect(of: work.action) : nil)
    }
    // What failed stays marked; one message tells of all of it.
    guard let first = work.failures.first else { return }
    let count = work.failures.count
    fail(count == 1 ? first : "\(count) of \(work.requests.count) failed. First \(first)")
  }

  // MARK: The batch job

  mutating func takeJob(_ result: Result<JobAnswer, EngineError>) -> [Effect] {
    switch result {
    case .success(let answer):
      // The system page tells of a step by its way.
      let isShown = page.system != nil && answer.handled != nil && isJobPaused
      if !isShown { tell(answer.message, kind: .done) }
      if let handled = answer.handled {
        page.queue?.follow(handled)
        page.system?.follow(handled)
      }
    case .failure(let error): fail(error)
    }
    return readAll()
  }

  // MARK: Documents

  mutating func takeDuplicated(_ result: Result<Document, EngineError>) -> [Effect] {
    if copies != nil { return takeCopy(result) }
    switch result {
    case .success(let document):
      tell("Copied as \(document.id).", kind: .done)
      return open(document.id, type: document.type)
    case .failure(let error):
      fail(error)
      return []
    }
  }

  mutating func takeDeleted(
    _ document: DocumentID, _ result: Result<Void, EngineError>
  ) -> [Effect] {
    if case .failure(let error) = result { fail(error) }
    return readAll()
  }
}
