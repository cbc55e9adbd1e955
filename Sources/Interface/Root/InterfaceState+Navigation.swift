// From page to page.

import ApplicationRuntime
import Workflow
import WorkflowRuntime

extension InterfaceState {
  /// A top page, as it was when it was left.
  mutating func go(to kind: PageKind) -> [Effect] {
    if let asked = farewell(to: pages, then: { $0.go(to: kind) }) { return asked }
    var effects = leaveEditor()
    if let first = pages.first, pages.count == 1, first.kind == kind { return effects }
    if let first = pages.first { resting[first.kind] = first }
    pages = [resting[kind] ?? Page.fresh(kind)]
    effects += appear()
    return effects
  }

  mutating func push(_ page: Page) -> [Effect] {
    // Deep enough for any work, and no way to fill the memory with pages.
    if pages.count > 30 { pages.remove(at: 1) }
    pages.append(page)
    return appear()
  }

  /// To the page before; on a top page nothing.
  mutating func pop() -> [Effect] {
    guard pages.count > 1 else { return [] }
    if let asked = farewell(to: [page], then: { $0.readAll() }) { return asked }
    var effects = leaveEditor()
    let left = pages.removeLast()
    if let id = left.document?.id, page.kind == .reports {
      page.list?.awaitedSelection = id.rawValue
    }
    effects += appear()
    return effects
  }

  private mutating func appear() -> [Effect] {
    overlay = nil
    filterInput = nil
    rowsAreStale = true
    strayed = nil
    isAppearing = true
    let shown = Set(shownReadings)
    failedReadings = failedReadings.filter { shown.contains($0.key) }
    if showsMessages { log.markAllSeen() }
    showsMessages = page.kind == .messages
    return readAll()
  }

  mutating func open(_ document: DocumentID, type: DocumentTypeID, element: ElementPath? = nil)
    -> [Effect]
  {
    var page = DocumentPage(id: document, type: type)
    page.element = element
    return push(.document(page))
  }

  /// Enter: the object of the selected row.
  mutating func openSelected() -> [Effect] {
    let opening = page.content.opening
    let effects = setup.isReadOnly ? [] : page.content.noteOpening(context)
    switch opening {
    case .document(let id, let type, let element)?:
      return effects + open(id, type: type, element: element)
    case .page(let page)?: return effects + push(page)
    case .overlay(let overlay)?:
      self.overlay = overlay
      return effects
    case nil: return effects
    }
  }

  /// `v`: from the document to its instance and back; the cursor keeps its element.
  mutating func flip() -> [Effect] {
    switch page {
    case .document(let document):
      guard document.detail != nil else {
        page.document?.flipsWhenRead = true
        return []
      }
      guard let instance = document.instance else { return [] }
      return flip(to: .instance(InstancePage(id: instance, element: document.element))) {
        guard $0.instance?.id == instance else { return false }
        $0.instance?.flow.select(document.element)
        return true
      }
    case .instance(let instance) where instance.pane == .children: return openChild()
    case .instance(let instance):
      guard let document = instance.detail?.document else { return [] }
      var page = DocumentPage(id: document.id, type: document.type)
      page.element = instance.element
      return flip(to: .document(page)) {
        guard $0.document?.id == document.id else { return false }
        $0.document?.element = instance.element
        return true
      }
    default:
      guard let instance = selectedInstance else { return [] }
      return push(.instance(InstancePage(id: instance, element: page.content.selectedElement)))
    }
  }

  /// Back to the other one where one came from it, else on to it: Esc always leads where one was.
  private mutating func flip(to page: Page, returning: (inout Page) -> Bool) -> [Effect] {
    guard pages.count > 1, returning(&pages[pages.count - 2]) else { return push(page) }
    return pop()
  }

  /// Whether there is a flow to go to; a document that is still being read may have one.
  var canFlip: Availability {
    if let document = page.document, document.detail == nil, document.id != nil,
      document.failure == nil
    {
      return .on
    }
    return selectedInstance == nil ? .off(Self.notSubmitted) : .on
  }

  private static let notSubmitted = "it was not submitted yet"

  /// The flow that was asked for before the document was read.
  mutating func flipIfAwaited() -> [Effect] {
    guard page.document?.flipsWhenRead == true, page.document?.detail != nil else { return [] }
    page.document?.flipsWhenRead = false
    if page.document?.instance == nil { tell("Flow: \(Self.notSubmitted)") }
    return flip()
  }

  /// The instance of what is selected or shown.
  var selectedInstance: InstanceID? { page.content.selectedInstance }

  /// The document of what is selected or shown.
  var selectedDocument: DocumentID? { page.content.selectedDocument }

  /// The id that `y` copies.
  var selectedID: String? { page.content.selectedID }

  /// Esc undoes the innermost. Dialogs, overlays and the editor took theirs before.
  mutating func escape() -> [Effect] {
    if let index = toasts.lastIndex(where: { $0.kind == .error }) {
      log.markSeen(toasts.remove(at: index).text)
      return []
    }
    if let list = page.list, !list.marks.isEmpty {
      page.list?.clearMarks()
      return []
    }
    if let list = page.list, !list.filter.isEmpty {
      page.list?.set(filter: .none)
      return []
    }
    return pop()
  }

  /// The end: what was said to be deleted is deleted, what was typed is saved.
  mutating func quit() -> [Effect] {
    var effects = leaveEditor() + stopAll()
    effects += deletions.map { $0.effect(as: viewer.actor) }
    deletions = []
    isQuitting = true
    effects.append(.quit)
    return effects
  }

  /// Everything is shown for another person.
  mutating func become(_ viewer: Viewer) -> [Effect] {
    var effects = leaveEditor()
    effects += deletions.map { $0.effect(as: self.viewer.actor) }
    deletions = []
    self.viewer = viewer
    let kind = pages.first?.kind ?? .inbox
    let isOffered = !PageKind.administrators.contains(kind) || viewer.isAdministrator
    pages = [Page.fresh(isOffered ? kind : .inbox)]
    resting = [:]
    answered = [:]
    unread = 0
    takeBacks = []
    toasts = []
    readingsUnderWay = []
    readingsToRepeat = []
    readingsBegan = [:]
    effects += appear()
    tell("You act as \(viewer.name) now.")
    return effects
  }
}
