// What is read for the screen, when, and what is done with it.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

extension InterfaceState {
  /// What the screen shows now.
  var shownReadings: [Reading] {
    var readings: [Reading] = [.overview, .unread] + page.content.readings
    if let previewed = previewedDocument { readings.append(.document(previewed)) }
    if let explained = page.content.explained { readings.append(.explanation(explained)) }
    if case .explanation(let overlay) = overlay { readings.append(.explanation(overlay.document)) }
    return readings
  }

  /// Reads everything that is shown, once more.
  mutating func readAll() -> [Effect] {
    hasNews = false
    failedPreview = nil
    page.content.gatherLists()
    let shown = shownReadings
    // What takes long and is not shown any more is stopped.
    let left = readingsUnderWay.filter { $0.isLong && !shown.contains($0) && !$0.isOfOverlay }
    readingsUnderWay.subtract(left)
    return left.map { .stopReading($0) } + shown.flatMap { rests($0) ? [] : read($0) }
  }

  /// How old what is shown is, when it cannot be read or takes its time; nil while it is live.
  var staleness: Duration? {
    if !failedReadings.isEmpty { return uptime - lastRead }
    guard let oldest = pageReadingsBegan, uptime - oldest >= .seconds(2) else { return nil }
    return uptime - oldest
  }

  /// Since when something that the page shows is being read; nil while nothing is.
  var pageReadingsBegan: Duration? {
    page.content.readings.compactMap { readingsBegan[$0] }.min()
  }

  /// One reading of a kind is under way at a time; news meanwhile repeat it.
  mutating func read(_ reading: Reading) -> [Effect] {
    guard !readingsUnderWay.contains(reading) else {
      if !reading.isLong || reading.looksAtAll { readingsToRepeat.insert(reading) }
      return []
    }
    readingsUnderWay.insert(reading)
    readingsBegan[reading] = uptime
    return [.read(reading, as: viewer.actor)]
  }

  mutating func takeNews() -> [Effect] {
    if isHeld {
      hasNews = true
      return read(.overview)
    }
    return readAll()
  }

  /// The document whose preview stands beside the list.
  var previewedDocument: DocumentID? {
    guard PageLayout(size: size, kind: page.kind).detail != nil else { return nil }
    return page.content.previewed
  }

  /// The preview of a newly selected row, and more rows when the end of the list comes near.
  mutating func readForSelection() -> [Effect] {
    var effects: [Effect] = []
    if let wanted = previewedDocument, wanted != page.content.preview?.document.id,
      !readingsUnderWay.contains(where: { if case .document = $0 { true } else { false } }),
      failedPreview != wanted
    {
      effects += read(.document(wanted))
    }
    if let wanted = page.content.explained, wanted != page.content.explanation?.document.id,
      !readingsUnderWay.contains(.explanation(wanted)), failedPreview != wanted
    {
      effects += read(.explanation(wanted))
    }
    if let wanted = page.content.readingOfSelection, !readingsUnderWay.contains(wanted) {
      effects += read(wanted)
    }
    return effects + readLists()
  }

  /// Another window of a list, when the cursor has left the one that was read, and when the engine
  /// is to filter or sort it in another way.
  private mutating func readLists() -> [Effect] {
    let former = page.content.readings
    page.content.followLists()
    let readings = page.content.readings
    guard readings != former else { return [] }
    let left = readingsUnderWay.intersection(former).subtracting(readings).filter(\.isLong)
    readingsUnderWay.subtract(left)
    return left.map { .stopReading($0) }
      + readings.filter { !readingsUnderWay.contains($0) }.flatMap { read($0) }
  }

  /// What was found so far.
  mutating func take(soFar answer: ReadAnswer, for reading: Reading, as actor: Actor) {
    guard actor == viewer.actor, readingsUnderWay.contains(reading) else { return }
    rowsAreStale = true
    page.content.take(answer, for: reading, context)
  }

  /// A long list that changes all the time is not looked at all the time.
  private mutating func rest(after reading: Reading) {
    guard reading.looksAtAll, let began = readingsBegan[reading] else { return }
    listsRestUntil = uptime + min(.seconds(10), (uptime - began) * 4)
  }

  /// Whether news of a list has to wait.
  private mutating func rests(_ reading: Reading) -> Bool {
    guard reading.looksAtAll, page.content.isLoaded, uptime < listsRestUntil else { return false }
    newsRests = true
    return true
  }

  /// News of lists that rested.
  mutating func readRested() -> [Effect] {
    guard newsRests, uptime >= listsRestUntil else { return [] }
    newsRests = false
    return page.content.readings.filter(\.looksAtAll).flatMap { read($0) }
  }

  /// When they are read again; nil while nothing rests.
  var restEnds: Duration? {
    newsRests ? max(.milliseconds(10), listsRestUntil - uptime) : nil
  }

  // MARK: Answers

  mutating func take(
    _ reading: Reading, as actor: Actor, _ result: Result<ReadAnswer, EngineError>
  ) -> [Effect] {
    // What was read for another person is nobody's business any more.
    guard actor == viewer.actor else { return [] }
    readingsUnderWay.remove(reading)
    rest(after: reading)
    readingsBegan[reading] = nil
    let repeats = readingsToRepeat.remove(reading) != nil && shownReadings.contains(reading)
    var effects: [Effect] = []
    switch result {
    case .success(let answer):
      failedReadings[reading] = nil
      if failedReadings.isEmpty { lastRead = uptime }
      effects = take(answer, for: reading)
    case .failure(let error): take(error, for: reading)
    }
    return effects + (repeats && !rests(reading) ? read(reading) : [])
  }

  private mutating func take(_ answer: ReadAnswer, for reading: Reading) -> [Effect] {
    rowsAreStale = true
    switch (answer, reading) {
    case (.overview(let overview), _):
      self.overview = overview
      rates.take(overview, at: overview.at)
    case (.unread(let count), _): unread = count
    case (.document(let detail), _): return take(detail)
    case (.instance, _):
      page.content.take(answer, for: reading, context)
      return readPoints()
    case (.explanation(let explanation), .explanation(let document)):
      if page.content.explained == document { page.content.explanation = explanation }
      if case .explanation(var shown) = overlay, shown.document == document {
        shown.explanation = explanation
        overlay = .explanation(shown)
      }
    case (.people(let people), _):
      offer(people)
      offer(people.map { .init(id: $0.id.rawValue, label: $0.name, note: $0.note) }, for: .people)
    case (.workflows(let rows), _):
      let ids = Set(rows.map(\.workflow)).sorted { $0.rawValue < $1.rawValue }
      offer(DelegationForm.scopes(types: setup.types, workflows: ids), for: .workflows)
      page.content.take(answer, for: reading, context)
    case (.workflow(let detail), _):
      offer(detail, for: reading)
      page.content.take(answer, for: reading, context)
    case (.comparison(let comparison), _): take(comparison)
    case (.simulationSubjects(let subjects), _): offer(subjects: subjects, for: reading)
    case (.choices(let choices), _):
      offer(
        choices.map { .init(id: $0.id, label: $0.name, note: $0.note) },
        usual: choices.first(where: \.isUsual)?.id, for: reading)
    case (.openItems(let items), _): offer(ItemChoices(items, context).choices, for: reading)
    case (.folder(let listing), .folder(let asked)): take(listing, for: asked)
    case (.editing(let context), .editing(let type)): openEditor(of: type, context: context)
    default: page.content.take(answer, for: reading, context)
    }
    return []
  }

  private mutating func take(_ detail: DocumentDetail) -> [Effect] {
    let id = detail.document.id
    if previewedDocument == id { page.content.preview = detail }
    guard page.document?.id == id else { return [] }
    page.document?.take(detail)
    return takeForEditor(detail) + flipIfAwaited()
  }

  private mutating func take(_ error: EngineError, for reading: Reading) {
    switch reading {
    case .document(let id):
      if !page.content.take(failure: error.message, of: reading) { failedPreview = id }
    case .moment(let id, let message):
      guard page.instance?.id == id else { return }
      if message != nil { fail(error) }
      page.instance?.takePointsFailure(error.message)
    case .explanation(let document):
      if case .explanation(var shown) = overlay, shown.document == document {
        shown.failure = error.message
        overlay = .explanation(shown)
      } else {
        failedPreview = document
      }
    case .folder(let asked): take(folderFailure: error.message, for: asked)
    case .people, .editing, .comparison, .simulationSubjects: fail(error)
    case .choices, .openItems:
      offer([], for: reading)
      fail(error)
    default:
      if page.content.take(failure: error.message, of: reading) { return }
      // One message tells of it, however often it is tried again.
      if !failedReadings.values.contains(error.message) { fail(error) }
      if failedReadings.isEmpty { nextAttempt = uptime + .seconds(2) }
      failedReadings[reading] = error.message
    }
  }
}
