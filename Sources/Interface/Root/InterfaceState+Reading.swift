// What is read for the screen, when, and what is done with it.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

extension InterfaceState {
  /// What the screen shows now.
  var shownReadings: [Reading] {
    var readings: [Reading] = [.overview]
    switch page {
    case .inbox(let page): readings.append(.inbox(limit: page.limit))
    case .reports(let page): readings.append(.documents(limit: page.limit))
    case .queue(let page):
      readings.append(.queue(pending: page.limit, done: QueuePage.handledShown))
    case .instances(let page): readings.append(.instances(page.status, limit: page.limit))
    case .document(let page): if let id = page.id { readings.append(.document(id)) }
    case .instance(let page):
      readings.append(.instance(page.id))
      if let message = page.message { readings.append(.moment(page.id, message: message)) }
    }
    if let previewed = previewedDocument { readings.append(.document(previewed)) }
    if let explained = explainedDocument { readings.append(.explanation(explained)) }
    if case .explanation(let overlay) = overlay { readings.append(.explanation(overlay.document)) }
    return readings
  }

  /// Reads everything that is shown, once more.
  mutating func readAll() -> [Effect] {
    hasNews = false
    failedPreview = nil
    return shownReadings.flatMap { read($0) }
  }

  /// One reading of a kind is under way at a time; news meanwhile repeat it.
  mutating func read(_ reading: Reading) -> [Effect] {
    guard !readingsUnderWay.contains(reading) else {
      readingsToRepeat.insert(reading)
      return []
    }
    readingsUnderWay.insert(reading)
    return [.read(reading, as: viewer.actor)]
  }

  mutating func takeNews() -> [Effect] {
    if !hasNews { newsSince = uptime }
    if isHeld {
      hasNews = true
      return read(.overview)
    }
    return readAll()
  }

  /// The document whose preview stands beside the list.
  var previewedDocument: DocumentID? {
    guard PageLayout(size: size, kind: page.kind).detail != nil else { return nil }
    return switch page {
    case .inbox(let page): page.selected?.item.document
    case .reports(let page): page.selected?.id
    case .instances(let page): page.selected?.document
    case .queue, .document, .instance: nil
    }
  }

  /// The document whose page or preview says what holds it up.
  private var explainedDocument: DocumentID? {
    switch page {
    case .reports(let page): page.selected.flatMap { $0.isStopped ? $0.id : nil }
    case .document(let page): page.needsExplanation ? page.id : nil
    default: nil
    }
  }

  private var loadedExplanation: DocumentID? {
    switch page {
    case .reports(let page): page.explanation?.document.id
    case .document(let page): page.explanation?.document.id
    default: nil
    }
  }

  /// The preview of a newly selected row, and more rows when the end of the list comes near.
  mutating func readForSelection() -> [Effect] {
    var effects: [Effect] = []
    if let wanted = previewedDocument, wanted != loadedPreview?.document.id,
      !readingsUnderWay.contains(where: { if case .document = $0 { true } else { false } }),
      failedPreview != wanted
    {
      effects += read(.document(wanted))
    }
    if let wanted = explainedDocument, wanted != loadedExplanation,
      !readingsUnderWay.contains(.explanation(wanted)), failedPreview != wanted
    {
      effects += read(.explanation(wanted))
    }
    if let list = page.list, let limit = ListWindow.grown(pageLimit, for: list) {
      pageLimit = limit
      effects += readAll()
    }
    return effects
  }

  var loadedPreview: DocumentDetail? {
    switch page {
    case .inbox(let page): page.preview
    case .reports(let page): page.preview
    case .instances(let page): page.preview
    case .queue, .document, .instance: nil
    }
  }

  private var pageLimit: Int {
    get {
      switch page {
      case .inbox(let page): page.limit
      case .reports(let page): page.limit
      case .queue(let page): page.limit
      case .instances(let page): page.limit
      case .document, .instance: ListWindow.largest
      }
    }
    set {
      page.inbox?.limit = newValue
      page.reports?.limit = newValue
      page.queue?.limit = newValue
      page.instances?.limit = newValue
    }
  }

  // MARK: Answers

  mutating func take(
    _ reading: Reading, as actor: Actor, _ result: Result<ReadAnswer, EngineError>
  ) -> [Effect] {
    // What was read for another person is nobody's business any more.
    guard actor == viewer.actor else { return [] }
    readingsUnderWay.remove(reading)
    let repeats = readingsToRepeat.remove(reading) != nil && shownReadings.contains(reading)
    var effects: [Effect] = []
    switch result {
    case .success(let answer):
      readingFailure = nil
      effects = take(answer, for: reading)
    case .failure(let error): take(error, for: reading)
    }
    return effects + (repeats ? read(reading) : [])
  }

  private mutating func take(_ answer: ReadAnswer, for reading: Reading) -> [Effect] {
    rowsAreStale = true
    switch (answer, reading) {
    case (.overview(let overview), _):
      self.overview = overview
      rates.take(overview)
    case (.inbox(let window), _):
      let kept = Set(answered.keys)
      page.inbox?.take(window, keeping: kept)
    case (.documents(let window), _): page.reports?.take(window)
    case (.queue(let pending, let done), _): page.queue?.take(pending: pending, handled: done)
    case (.instances(let window), .instances(let status, _)):
      if page.instances?.status == status { page.instances?.take(window) }
    case (.document(let detail), _): return take(detail)
    case (.instance(let detail), _):
      guard page.instance?.id == detail.row.id else { break }
      page.instance?.take(detail)
      return readPoints()
    case (.moment(let moment), .moment(let id, let message)):
      if page.instance?.id == id { page.instance?.take(moment, of: message) }
    case (.explanation(let explanation), .explanation(let document)):
      page.reports?.explanation = explanation
      if page.document?.id == document { page.document?.explanation = explanation }
      if case .explanation(var shown) = overlay, shown.document == document {
        shown.explanation = explanation
        overlay = .explanation(shown)
      }
    case (.people(let people), _): offer(people)
    case (.editing(let context), .editing(let type)): openEditor(of: type, context: context)
    case (.instances, _), (.moment, _), (.explanation, _), (.editing, _): break
    }
    return []
  }

  private mutating func take(_ detail: DocumentDetail) -> [Effect] {
    let id = detail.document.id
    if previewedDocument == id {
      page.inbox?.preview = detail
      page.reports?.preview = detail
      page.instances?.preview = detail
    }
    guard page.document?.id == id else { return [] }
    page.document?.take(detail)
    return takeForEditor(detail)
  }

  private mutating func take(_ error: EngineError, for reading: Reading) {
    switch reading {
    case .document(let id):
      if page.document?.id == id {
        page.document?.failure = error.message
      } else {
        failedPreview = id
      }
    case .instance: page.instance?.failure = error.message
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
    case .people, .editing: fail(error)
    default:
      if readingFailure != error.message { fail(error) }
      readingFailure = error.message
    }
  }
}
