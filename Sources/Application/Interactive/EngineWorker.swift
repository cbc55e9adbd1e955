// Carries out what the pages want of the engine, on a thread of its own.

import ApplicationRuntime
import Dispatch
import Expenses
import Interface
import Synchronization
import Workflow
import WorkflowRuntime

/// One effect after the other, in their order; what became of each goes to the mailbox.
package final class EngineWorker: Sendable {
  let engine: Engine
  let clock: StoreClock?
  let mailbox: Mailbox
  private let filters: FilterFile
  /// Where receipts are kept; nil for a store without such a place.
  let receipts: KeptFiles?
  private let queue = DispatchQueue(label: "countersign.pages")
  /// For readings that may take long: nothing else waits for them.
  private let longQueue = DispatchQueue(label: "countersign.pages.long")
  /// For bulks and imports, in their order.
  private let workQueue = DispatchQueue(label: "countersign.pages.work")
  /// For exports and simulations, which change nothing.
  private let asideQueue = DispatchQueue(label: "countersign.pages.aside")
  /// The long tasks that go on; one that is not among them any more stops at its next safe point.
  private let running = Mutex<[LongTask: Int]>([:])
  /// Whether the pages were left: long work ends at its next safe point.
  let isEnding = Atomic(false)
  /// The readings under way that take long, each with the number of its latest wish.
  private let wanted = Mutex<[Reading: Int]>([:])
  let stopped = Mutex<Set<Int>>([])
  private let colleagues = Mutex<Colleagues?>(nil)
  /// The organisation whose names the pages know.
  let namedSource = Mutex<String?>(nil)

  /// For a store without a clock of its own.
  package convenience init(engine: Engine, mailbox: Mailbox, filters: FilterFile) {
    self.init(engine: engine, clock: nil, mailbox: mailbox, filters: filters)
  }

  init(
    engine: Engine, clock: StoreClock?, mailbox: Mailbox, filters: FilterFile,
    receipts: KeptFiles? = nil
  ) {
    self.filters = filters
    self.receipts = receipts
    self.engine = engine
    self.clock = clock
    self.mailbox = mailbox
  }

  /// Tells the pages what they need before anything else.
  package func begin() { queue.async { [self] in tellNames() } }

  /// A place in the order of what was asked for.
  ///
  /// - Parameter reached: is called when everything before it is done, on another thread.
  func mark(_ reached: @escaping @Sendable () -> Void) -> Mark {
    let mark = Mark()
    let group = DispatchGroup()
    queue.async { [self] in
      for queue in [longQueue, workQueue, asideQueue] { queue.async(group: group) {} }
      group.notify(queue: queue) {
        mark.reach()
        reached()
      }
    }
    return mark
  }

  /// Waits until everything that was asked for so far is done.
  package func waitUntilIdle() {
    for queue in [queue, longQueue, workQueue, asideQueue] { queue.sync {} }
  }

  /// Waits until everything that was asked for is done, or has stopped at a safe point where it is
  /// long.
  package func finish() {
    isEnding.store(true, ordering: .releasing)
    wanted.withLock { $0 = [:] }
    waitUntilIdle()
    colleagues.withLock { $0 }?.stop()
  }

  package func carryOut(_ effect: Effect) {
    // At once, and not behind the work that it stops.
    if case .stop(let work) = effect {
      stopped.withLock { _ = $0.insert(work) }
      return
    }
    if let task = effect.longTask { return begin(task, effect) }
    switch effect {
    case .stopReading(let reading): wanted.withLock { $0[reading] = nil }
    case .read(let reading, let actor) where reading.isLong: readLong(reading, as: actor)
    case .stopTask(let task): running.withLock { $0[task] = nil }
    case .perform(let requests, _, _) where requests.count > 1:
      workQueue.async { [self] in perform(effect) }
    default: queue.async { [self] in perform(effect) }
    }
  }

  /// A long task on a queue beside the others; readings and answers do not wait for it.
  private func begin(_ task: LongTask, _ effect: Effect) {
    let number = running.withLock { running in
      let number = (running.values.max() ?? 0) + 1
      running[task] = number
      return number
    }
    let run = LongRun(
      stops: { [self] in
        isEnding.load(ordering: .acquiring) || running.withLock { $0[task] != number }
      },
      telling: { [mailbox] done, total in
        mailbox.post(.progress(task, done: done, total: total))
      })
    let queue = if case .importing = task { workQueue } else { asideQueue }
    queue.async { [self] in
      carryOut(effect, run)
      running.withLock { if $0[task] == number { $0[task] = nil } }
    }
  }

  private func carryOut(_ effect: Effect, _ run: LongRun) {
    switch effect {
    case .importFile(let path, let type, let actor):
      mailbox.post(.imported(attempt { try importFile(path, as: type, by: actor, run) }))
    case .export(let export):
      mailbox.post(.exported(export, attempt { try write(export, run) }))
    case .workflow(let order, let actor):
      let answer = attempt {
        let answer = try self.answer(order, by: actor)
        try run.check("The simulation was stopped.")
        return answer
      }
      mailbox.post(.workflowAnswered(order, answer))
    default: break
    }
  }

  /// Reads on a queue of its own; nobody hears of it any more once it was stopped.
  private func readLong(_ reading: Reading, as actor: Actor) {
    let number = wanted.withLock { wanted in
      let number = (wanted[reading] ?? 0) + 1
      wanted[reading] = number
      return number
    }
    longQueue.async { [self] in
      let isStopped = { self.wanted.withLock { $0[reading] != number } }
      guard !isStopped() else { return }
      let result = attempt {
        try readLong(reading, as: actor, isStopped: isStopped) {
          if !isStopped() { mailbox.post(.readSoFar(reading, as: actor, $0)) }
        }
      }
      if !isStopped() { mailbox.post(.read(reading, as: actor, result)) }
    }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .read(let reading, let actor):
      let result = attempt { try read(reading, as: actor) }
      mailbox.post(.read(reading, as: actor, result))
    case .perform(let requests, let actor, let work):
      perform(requests, by: actor, work: work)
    case .job(let command, let actor):
      mailbox.post(.jobAnswered(command, attempt { try run(command, by: actor) }))
    case .create(let type, let content, let actor):
      mailbox.post(
        .saved(attempt { try engine.createDocument(type: type, content: content, by: actor) }))
    case .save(let id, let revision, let content, let actor):
      mailbox.post(
        .saved(
          attempt {
            try engine.editDocument(id, revision: revision, content: content, by: actor)
          }))
    case .duplicate(let id, let actor):
      mailbox.post(.duplicated(attempt { try duplicate(id, by: actor) }))
    case .delete(let id, let actor):
      mailbox.post(.deleted(id, attempt { try engine.deleteDocument(id, by: actor) }))
    case .workflow(let command, let actor):
      mailbox.post(.workflowAnswered(command, attempt { try answer(command, by: actor) }))
    case .colleagues(let person): toggleColleagues(sparing: person)
    case .changeFilters(let change):
      do { mailbox.post(.filters(try filters.apply(change))) } catch {
        let words = (error as? EngineError)?.message ?? "\(error)"
        mailbox.post(.notice("The filter could not be kept. \(words)", isError: true))
      }
    case .markRead(let ids, let actor):
      tellFailure { try engine.markNotificationsRead(ids, by: actor) }
    case .setNotifications(let event, let transport, let isOn, let actor):
      tellFailure {
        try engine.setNotifications(of: [event], by: transport, to: isOn, as: actor)
      }
    case .delegate(let rule, let replaced, let actor):
      mailbox.post(.delegated(attempt { try delegate(rule, replacing: replaced, by: actor) }))
    case .keepReceipt(let path):
      mailbox.post(.kept(path, attempt { try keep(receipt: path) }))
    case .copyReceipt(let file, let path): copy(receipt: file, to: path)
    case .removeDelegation(let number, let actor):
      tellFailure { try engine.removeDelegation(number, by: actor) }
    case .stop, .stopReading, .stopTask, .export, .importFile, .editText, .copy, .mouse, .suspend,
      .redraw, .bell, .quit:
      break
    }
  }

  private func toggleColleagues(sparing person: PersonID) {
    do {
      let all = try colleagues.withLock { $0 } ?? Colleagues(engine: engine)
      colleagues.withLock { $0 = all }
      let words =
        all.toggle(sparing: person)
        ? "Colleagues are at work: something happens every two seconds. & sends them home."
        : "The colleagues went home."
      mailbox.post(.notice(words, isError: false))
    } catch {
      mailbox.post(.notice("\(error)", isError: true))
    }
  }

  func attempt<Success>(_ body: () throws -> Success) -> Result<Success, EngineError> {
    do { return .success(try body()) } catch let error as EngineError {
      return .failure(error)
    } catch let error as StoreError {
      return .failure(EngineError(error))
    } catch {
      return .failure(EngineError(.internal, "\(error)"))
    }
  }

  /// For what nothing is told of when it is done.
  private func tellFailure(_ body: () throws -> Void) {
    if case .failure(let error) = attempt(body) {
      mailbox.post(.notice(error.message, isError: true))
    }
  }
}
