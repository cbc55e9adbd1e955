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
      note(success: index, of: work)
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

  private mutating func note(success index: Int, of work: Work) {
    guard work.requests.indices.contains(index) else { return }
    guard case .item(let item) = work.requests[index].target else { return }
    page.list?.unmark(item.description)
    rowsAreStale = true
    if work.action == .undo {
      answered[item] = nil
    } else if work.action.answer != nil, setup.undoWindow > .zero {
      answered[item] = AnsweredMark(action: work.action, until: uptime + setup.undoWindow)
    }
  }

  private mutating func refuse(_ work: Work, _ error: EngineError) {
    if work.origin == .editor {
      page.document?.saving.awaitsFindings = true
    }
    fail(error)
  }

  private mutating func finish(_ work: Work) {
    let items = work.requests.compactMap { request -> WorkItemID? in
      if case .item(let item) = request.target { item } else { nil }
    }.filter { answered[$0] != nil }
    let canTakeBack = work.action.answer != nil && setup.undoWindow > .zero && !items.isEmpty
    if canTakeBack {
      takeBacks.append(
        TakeBack(items: items, action: work.action, until: uptime + setup.undoWindow))
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
      tell(
        "\(work.action.past.capitalizedFirst): \(name).", kind: .done, hint: "u: take back",
        takesEffect: uptime + setup.undoWindow)
    } else {
      let recalls = work.action == .submit || work.action == .resubmit
      tell(result.message, kind: .done, hint: recalls ? "U recalls it" : nil)
    }
    if work.origin == .editor { page.document?.editor = nil }
  }

  private mutating func finishBulk(_ work: Work, canTakeBack: Bool) {
    let done = work.results.count
    let left = work.requests.count - done - work.failures.count
    var text = "\(work.action.past.capitalizedFirst): \(done) of \(work.requests.count)."
    if left > 0 { text += " Stopped; \(left) were left alone." }
    tell(
      text, kind: .done, hint: canTakeBack ? "u: take all back" : nil,
      takesEffect: canTakeBack ? uptime + setup.undoWindow : nil)
    // What failed stays marked, and is named.
    for failure in work.failures.prefix(5) { fail(failure) }
    if work.failures.count > 5 { fail("\(work.failures.count - 5) more failed.") }
  }

  // MARK: The batch job

  mutating func takeJob(_ result: Result<String, EngineError>) -> [Effect] {
    switch result {
    case .success(let message): tell(message, kind: .done)
    case .failure(let error): fail(error)
    }
    return readAll()
  }

  // MARK: Documents

  mutating func takeDuplicated(_ result: Result<Document, EngineError>) -> [Effect] {
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
