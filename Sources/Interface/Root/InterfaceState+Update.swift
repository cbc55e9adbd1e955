// Events in, effects out.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

extension InterfaceState {
  /// What to do before the first event.
  ///
  /// - Parameter choosingPerson: whether to ask first who to be, as for a login that is nobody.
  package mutating func start(choosingPerson: Bool = false) -> [Effect] {
    for warning in setup.warnings { tell(warning) }
    let effects = readAll() + settle()
    return choosingPerson ? effects + choosePerson() : effects
  }

  /// Takes in one event.
  package mutating func update(_ event: InterfaceEvent) -> [Effect] {
    let before = cursor
    var effects = take(event)
    effects += letGo()
    effects += settle()
    noteStraying(from: before, by: event)
    noteTasks(effects)
    return effects
  }

  /// Tells that a frame of this state is on the screen.
  package mutating func shown() { dialogAwaitsFrame = false }

  private mutating func take(_ event: InterfaceEvent) -> [Effect] {
    switch event {
    case .clock(let now, let uptime): return advance(to: now, uptime: uptime)
    case .input(let input): return handle(input)
    case .storeChanged: return takeNews()
    case .read(let reading, let actor, let result):
      return take(reading, as: actor, result)
    case .readSoFar(let reading, let actor, let answer):
      take(soFar: answer, for: reading, as: actor)
      return []
    case .acted(let work, let index, let result): return take(work: work, index: index, result)
    case .jobAnswered(_, let result): return takeJob(result)
    case .saved(let result): return takeSaved(result)
    case .duplicated(let result): return takeDuplicated(result)
    case .deleted(let document, let result): return takeDeleted(document, result)
    case .progress(let task, let done, let total):
      take(progress: done, of: total, in: task)
      return []
    case .imported(let result):
      tasks = tasks.filter { if case .importing = $0.key { false } else { true } }
      return take(imported: result)
    case .workflowAnswered(let command, let result):
      if case .simulate = command { tasks[.simulating] = nil }
      return take(command, result)
    case .exported(let export, let result):
      tasks[.exporting(export.path)] = nil
      return take(exported: export, result)
    case .delegated(let result): return take(delegated: result)
    case .edited(let text): return takeEdited(text)
    case .kept(let path, let result): return take(kept: path, result)
    case .named(let names):
      self.names = names
      rowsAreStale = true
      return []
    case .typed(let types):
      setup.types = types
      rowsAreStale = true
      return []
    case .filters(let filters):
      setup.filters = filters
      return []
    case .notice(let text, let isError):
      if isError { fail(text) } else { tell(text) }
      return []
    }
  }

  // MARK: Time

  private mutating func advance(to now: Timestamp, uptime: Duration) -> [Effect] {
    let secondBefore = self.uptime.components.seconds
    self.now = now
    self.uptime = max(uptime, self.uptime)
    if self.uptime.components.seconds != secondBefore { rowsAreStale = true }
    // What is held stands still whole: dots and counters too.
    if !isHeld { page.content.advance(to: self.uptime) }
    toasts.removeAll { $0.until.map { $0 <= uptime } ?? false }
    takeBacks.removeAll { $0.until <= uptime }
    if let end = changesUntil, end <= uptime {
      changesUntil = nil
      page.content.clearChanges()
    }
    // What the plots of the queue show goes on while nothing happens.
    if page.kind == .queue, !isHeld, let overview { rates.take(overview, at: now) }
    return endOfUndoWindows() + dueDeletions() + tryAgain() + readRested()
  }

  /// What could not be read is tried again by itself.
  private mutating func tryAgain() -> [Effect] {
    guard !failedReadings.isEmpty, uptime >= nextAttempt else { return [] }
    nextAttempt = uptime + .seconds(2)
    return readAll()
  }

  private mutating func endOfUndoWindows() -> [Effect] {
    let ended = answered.filter { $0.value.until <= uptime && !$0.value.isOver }.keys
    guard !ended.isEmpty else { return [] }
    for item in ended { answered[item]?.isOver = true }
    rowsAreStale = true
    return readAll()
  }

  private mutating func dueDeletions() -> [Effect] {
    let due = deletions.filter { $0.at <= uptime }
    deletions.removeAll { $0.at <= uptime }
    return due.map { $0.effect(as: viewer.actor) }
  }

  /// When time alone changes what is shown; nil while nothing does.
  package var nextTick: Duration? {
    let ends = toasts.compactMap(\.until) + [changesUntil].compactMap { $0 }
    let counting =
      answered.values.contains { !$0.isOver } || !deletions.isEmpty
      || works.values.contains { !$0.isFinished } || !tasks.isEmpty
    if counting || !failedReadings.isEmpty || pageReadingsBegan != nil {
      return min(tasks.isEmpty ? .seconds(1) : .milliseconds(500), page.content.tick)
    }
    let next = (ends.map { max(.milliseconds(10), $0 - uptime) } + [restEnds].compactMap { $0 })
      .min()
    let page = isHeld ? max(page.content.tick, .seconds(1)) : page.content.tick
    return min(next ?? page, page)
  }

  // MARK: After each event

  /// What the selection needs after a change that no event brought.
  mutating func settled() -> [Effect] { settle() }

  /// Makes rows of what is known, fits lists to the screen, asks for what the selection needs.
  private mutating func settle() -> [Effect] {
    if rowsAreStale {
      refreshRows()
      rowsAreStale = false
    }
    page.content.fit(PageLayout(size: size, kind: page.kind), context, setup.table)
    return isQuitting ? [] : readForSelection()
  }

  private mutating func refreshRows() {
    let before = page.content.changes
    page.content.refresh(context)
    let changed = page.content.changes
    if changed != before, !changed.isEmpty {
      changesUntil = uptime + .seconds(1)
    }
  }

  // MARK: Toasts

  /// A message that goes by itself.
  mutating func tell(
    _ text: String, kind: Toast.Kind = .note, hint: String? = nil, takesEffect: Duration? = nil
  ) {
    toasts.removeAll { $0.kind != .error }
    log.append(kind, text, at: now)
    rowsAreStale = rowsAreStale || showsMessages
    let until = takesEffect ?? uptime + .seconds(6)
    toasts.append(
      Toast(kind: kind, text: text, hint: hint, until: until, takesEffect: takesEffect))
  }

  /// What was told of the step before goes with the next one; an answer's time counts on.
  mutating func dropPassingToasts() {
    toasts.removeAll { $0.kind != .error && $0.takesEffect == nil }
  }

  /// A message that stays until Esc.
  mutating func fail(_ text: String, hint: String? = nil) {
    log.append(.error, text, at: now)
    rowsAreStale = rowsAreStale || showsMessages
    toasts.removeAll { $0.text == text }
    toasts.append(Toast(kind: .error, text: text, hint: hint, until: nil, takesEffect: nil))
    // What nobody cleared away is not kept without end.
    if toasts.count > 20 { toasts.removeFirst() }
  }

  mutating func fail(_ error: EngineError) {
    // Somebody wanted it so.
    if error.code == .interrupted { return tell(error.message) }
    let text = ([error.message] + error.details).joined(separator: " ")
    let offersPerson = error.code == .notAllowed && setup.mayActAsOthers
    fail(text, hint: offersPerson ? "@: act as somebody else" : nil)
  }
}
