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
  private let clock: StoreClock?
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
  private let isEnding = Atomic(false)
  /// The readings under way that take long, each with the number of its latest wish.
  private let wanted = Mutex<[Reading: Int]>([:])
  private let stopped = Mutex<Set<Int>>([])
  private let colleagues = Mutex<Colleagues?>(nil)
  /// The organisation whose names the pages know.
  private let namedSource = Mutex<String?>(nil)

  /// How many requests of a bulk share a commit: few enough to be stopped in between.
  private static let portion = 16

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

  // MARK: Actions

  private func perform(_ requests: [ActionRequest], by actor: Actor, work: Int) {
    var index = 0
    while index < requests.count {
      let isLong = requests.count > 1
      if stopped.withLock({ $0.contains(work) })
        || isLong && isEnding.load(ordering: .acquiring)
      {
        for rest in index..<requests.count {
          mailbox.post(
            .acted(work: work, index: rest, .failure(EngineError(.interrupted, "Stopped."))))
        }
        break
      }
      let portion = requests[index..<min(requests.count, index + Self.portion)]
      let results = attempt { try engine.perform(each: portion.map { ($0, actor) }) }
      for (offset, _) in portion.enumerated() {
        let result = results.flatMap { $0[offset] }
        mailbox.post(.acted(work: work, index: index + offset, result))
      }
      index += portion.count
    }
    stopped.withLock { _ = $0.remove(work) }
  }

  private func run(_ command: JobCommand, by actor: Actor) throws -> JobAnswer {
    switch command {
    case .pause:
      try engine.pause(by: actor)
      return JobAnswer("The batch job is paused, for every process.")
    case .continue:
      try engine.continue(by: actor)
      return JobAnswer("The batch job goes on.")
    case .step:
      let (message, wasRunning) = try engine.step(by: actor)
      let paused = wasRunning ? " The running job was paused first." : ""
      guard let message else { return JobAnswer("Nothing is due." + paused) }
      let what = "\(message.sequence) \(message.type.rawValue) of \(message.document)"
      return JobAnswer("Handled \(what)." + paused, handled: message)
    case .runNow:
      try engine.runNow(by: actor)
      return JobAnswer("The batch job looked at the queue.")
    case .set(let settings):
      try engine.setBatchJob(
        interval: settings.interval, batchSize: settings.batchSize, wakes: settings.wakes,
        by: actor)
      return JobAnswer("The batch job's settings are changed, for every process.")
    case .tryNow(let sequence):
      try engine.tryNow(sequence, by: actor)
      return JobAnswer("Message \(sequence) is tried again now.")
    }
  }

  private func duplicate(_ id: DocumentID, by actor: Actor) throws -> Document {
    let document = try engine.document(id, as: actor).document
    return try engine.createDocument(type: document.type, content: document.content, by: actor)
  }

  /// Makes drafts of a CSV file; rows that could not be used are kept in a new file beside it.
  private func importFile(
    _ path: String, as type: DocumentTypeID, by actor: Actor, _ run: LongRun
  ) throws -> ImportResult {
    let path = UserPath(path).expanded
    let bytes = try InputFile(file: path, limit: CSVImport.largestFile).bytes
    var work = try ReportImport(
      bytes, file: path, as: engine.type(type), currency: engine.organization().currency)
    let rejected = UserPath(path).free(suffix: "-rejected")
    let count = work.parsed.reports.count
    try work.run(keepingRejectedIn: rejected, type: type, by: actor, in: engine) { done in
      try run.check("The import was stopped; no draft was made.")
      run.tell(done, of: count)
    }
    return ImportResult(
      file: path, documents: work.documents,
      problems: work.parsed.problems.map(\.description)
        + work.parsed.ignoredColumns.map { "the column “\($0)” is in no field and was left out" },
      rejected: work.parsed.rejected.isEmpty ? nil : rejected)
  }

  // MARK: Reading

  func read(_ reading: Reading, as actor: Actor) throws -> ReadAnswer {
    switch reading {
    case .overview:
      try clock?.refresh()
      tellNames()
      return .overview(try engine.queueOverview())
    case .inbox, .documents, .queue, .instances, .notifications, .deliveries:
      return try list(reading, as: actor)
    case .system(let ways):
      return .system(try engine.systemOverview(as: actor, ways: ways))
    case .document(let id): return .document(try engine.document(id, as: actor))
    case .instance(let id): return .instance(try engine.instance(id, as: actor))
    case .moment(let id, let message):
      return .moment(try engine.instance(id, at: message, as: actor))
    case .explanation(let id): return .explanation(try engine.explain(id, as: actor))
    case .olderHistory(let id, let before):
      return .olderHistory(try engine.history(of: id, before: before, as: actor))
    case .workflows: return .workflows(try engine.workflowVersions(as: actor))
    case .workflow(let id, let version):
      return .workflow(try engine.workflowVersion(id, version, as: actor))
    case .comparison(let old, let new): return .comparison(try compare(old, new))
    case .simulationSubjects(let type):
      return .simulationSubjects(try simulationSubjects(of: type, as: actor))
    case .people: return .people(try people())
    case .choices(let action, let items):
      return .choices(try engine.choices(for: action, on: items, as: actor))
    case .openItems(let instances):
      return .openItems(try engine.openItems(of: instances, as: actor))
    case .unread: return .unread(try engine.unreadNotificationCount(of: actor.person))
    case .preferences: return .preferences(try engine.notificationPreferences(as: actor))
    case .organization: return .organization(try organization(as: actor))
    case .delegations:
      let isAll = try engine.organization().isAdministrator(actor.person)
      return .delegations(
        try engine.delegations(
          of: isAll ? nil : actor.person, includingEnded: true, as: actor))
    case .person(let id): return .person(try person(id, as: actor))
    case .statistics: return try readLong(reading, as: actor)
    case .folder(let path): return .folder(try FolderReading(path).listing())
    case .editing(let type):
      return .editing(try EditorProposals(engine: engine, actor: actor, type: type).context())
    }
  }

  /// Everybody who is active, with what waits for them as long as they are few.
  private func people() throws -> [PersonChoice] {
    let organization = try engine.organization()
    let today = try engine.today()
    let active = organization.people.filter { $0.isActive(on: today) }
    return try active.map { person in
      let isAdministrator = organization.isAdministrator(person.id)
      var notes: [String] = isAdministrator ? ["administrator"] : []
      if active.count <= 60 {
        let count = try engine.inboxCount(of: person.id)
        if count > 0 { notes.append(count == 1 ? "1 open item" : "\(count) open items") }
      }
      return PersonChoice(
        id: person.id, name: person.name, note: notes.joined(separator: ", "),
        isAdministrator: isAdministrator)
    }
  }

  /// The people's names and the types, when they are not those that the pages know.
  private func tellNames() {
    guard let organization = try? engine.organization() else { return }
    let isKnown = namedSource.withLock { known in
      defer { known = organization.source }
      return known == organization.source
    }
    if isKnown { return }
    let names = organization.people.map { ($0.id, $0.name) }
    mailbox.post(.named(Dictionary(names) { first, _ in first }))
    mailbox.post(.typed(engine.orderedTypes))
  }
}
