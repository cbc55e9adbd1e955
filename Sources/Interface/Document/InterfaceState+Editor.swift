// EDIT mode: input goes to the editor, what it wants is carried out in order.

import ApplicationRuntime
import Screen
import Workflow
import WorkflowRuntime

extension InterfaceState {
  /// `n`: a new document of the one type, or of the one that is chosen.
  mutating func beginNew() -> [Effect] {
    guard let first = setup.types.first else { return [] }
    if setup.types.count == 1 { return beginNew(first.id) }
    overlay = .chooser(
      Chooser(
        title: "New", kind: .listed,
        choices: setup.types.map {
          Chooser.Choice(id: $0.id.rawValue, label: $0.title, note: $0.prefix)
        }
      ) { state, choice in state.beginNew(DocumentTypeID(choice.id)) })
    return []
  }

  mutating func beginNew(_ type: DocumentTypeID) -> [Effect] {
    var page = DocumentPage(id: nil, type: type)
    page.opensEditor = true
    return push(.document(page)) + read(.editing(type))
  }

  /// `e`: the editor opens when what it proposes is read.
  mutating func beginEditing() -> [Effect] {
    var effects: [Effect] = []
    if page.list != nil { effects += openSelected() }
    guard case .document(var document) = page else { return effects }
    document.opensEditor = true
    page = .document(document)
    return effects + read(.editing(document.type))
  }

  mutating func openEditor(of type: DocumentTypeID, context: EditorContext) {
    guard case .document(var document) = page, document.opensEditor, document.type == type,
      let schema = setup.type(type)?.schema
    else { return }
    // The content is still on its way; the editor opens when it is here.
    guard document.id == nil || document.detail != nil else {
      document.editorContext = context
      page = .document(document)
      return
    }
    document.opensEditor = false
    document.editorContext = nil
    if document.availability(of: .edit)?.isAllowed == false {
      fail(document.availability(of: .edit)?.reason ?? "It cannot be edited.")
      page = .document(document)
      return
    }
    var context = context
    context.actions = document.editorActions
    context.keys = setup.table.names(in: .edit)
    let content = document.detail?.document.content ?? DocumentContent()
    var editor = DocumentEditor(
      schema: schema, content: content, context: context, isNew: document.id == nil)
    if let detail = document.detail {
      editor.received(findings: detail.findings, calculated: detail.calculated)
    }
    _ = editor.handle(.resize(PageLayout(size: size, kind: .edit).content.size))
    document.editor = editor
    document.saving = DocumentSaving(revision: document.detail?.document.revision)
    page = .document(document)
  }

  mutating func handleInEditor(_ input: InputEvent) -> [Effect] {
    if case .items? = overlay { return handleInItems(input) }
    guard let effects = page.document?.editor?.handle(input) else { return [] }
    return carryOut(effects)
  }

  /// An action of EDIT mode, by its name.
  mutating func performInEditor(_ name: ActionName) -> [Effect] {
    if case .items? = overlay { return performInItems(name) }
    guard let effects = page.document?.editor?.perform(name) else { return [] }
    return carryOut(effects)
  }

  /// The page goes away for another reason: what is in the open cell is taken and saved.
  mutating func leaveEditor() -> [Effect] {
    guard let effects = page.document?.editor?.leave() else { return [] }
    var outside = carryOut(effects)
    page.document?.editor = nil
    // Nobody is here any more to send it when the save before it is answered.
    if let document = page.document, document.saving.isBusy, let id = document.id,
      let next = document.saving.next
    {
      page.document?.saving.next = nil
      outside.append(.save(id, revision: nil, next, as: viewer.actor))
    }
    return outside
  }

  mutating func carryOut(_ effects: [EditorEffect]) -> [Effect] {
    effects.flatMap { carryOut($0) }
  }

  mutating func carryOut(_ effect: EditorEffect) -> [Effect] {
    switch effect {
    case .save(let content): return save(content)
    case .submit: return submitFromEditor()
    case .perform(let action): return performFromEditor(action)
    case .done: return closeEditor()
    case .openExternalEditor(let text, let place):
      return edit(text) { state, text in
        state.carryOut(state.page.document?.editor?.edited(text, at: place) ?? [])
      }
    case .chooseReceipt(let line, let typed): return chooseReceipt(ofLine: line, typed: typed)
    case .showReceipts(let line): showReceipts(ofLine: line)
    case .attachReceipt(let path, let line): return keep(receipt: path, line: line)
    case .itemize(let line): openItems(ofLine: line)
    case .calendar(let day, let place):
      choose(day: day, title: "Date") { state, day in
        state.carryOut(state.page.document?.editor?.chosen(day, at: place) ?? [])
      }
    case .toast(let text): tell(text)
    case .palette: overlay = .palette(PaletteOverlay(context: .edit))
    case .help: overlay = .help(HelpOverlay(context: .edit))
    case .redraw: return [.redraw]
    case .suspend: return suspend()
    case .interrupt: return interrupt()
    }
    return []
  }

  // MARK: Saving

  private mutating func save(_ content: DocumentContent) -> [Effect] {
    guard case .document(var document) = page else { return [] }
    guard !document.saving.isBusy else {
      document.saving.next = content
      page = .document(document)
      return []
    }
    document.saving.isBusy = true
    page = .document(document)
    guard let id = document.id else {
      return [.create(document.type, content, as: viewer.actor)]
    }
    return [.save(id, revision: document.saving.revision, content, as: viewer.actor)]
  }

  mutating func takeSaved(_ result: Result<Document, EngineError>) -> [Effect] {
    guard case .document(var document) = page else { return [] }
    document.saving.isBusy = false
    switch result {
    case .success(let stored):
      document.id = document.id ?? stored.id
      guard document.id == stored.id else { return [] }
      document.saving.revision = stored.revision
      document.editor?.saved(stored.content, at: now)
      let next = document.saving.next
      document.saving.next = nil
      page = .document(document)
      if let next { return save(next) }
      return afterSaving() + read(.document(stored.id))
    case .failure(let error) where error.code == .conflict:
      document.saving.next = nil
      document.saving.awaitsTheirs = true
      document.saving.submitsAfterwards = false
      document.saving.closesAfterwards = false
      document.editor?.saveFailed("changed by somebody else")
      page = .document(document)
      return document.id.map { read(.document($0)) } ?? []
    case .failure(let error):
      document.saving.next = nil
      document.saving.submitsAfterwards = false
      document.saving.closesAfterwards = false
      document.editor?.saveFailed(error.message)
      page = .document(document)
      fail(error)
      return []
    }
  }

  private mutating func afterSaving() -> [Effect] {
    guard case .document(var document) = page else { return [] }
    if document.saving.submitsAfterwards {
      document.saving.submitsAfterwards = false
      page = .document(document)
      return submitFromEditor()
    }
    if document.saving.closesAfterwards {
      document.saving.closesAfterwards = false
      document.editor = nil
      page = .document(document)
    }
    return []
  }

  private mutating func submitFromEditor() -> [Effect] {
    guard case .document(var document) = page else { return [] }
    guard !document.saving.isBusy, let id = document.id else {
      document.saving.submitsAfterwards = true
      page = .document(document)
      return []
    }
    let action = document.submission?.action ?? .submit
    let target = document.availability(of: action)?.item.map { ActionRequest.Target.item($0.id) }
    let request = ActionRequest(
      action, target ?? .document(id), revision: document.saving.revision)
    return begin(action, [request], names: [id.rawValue], origin: .editor)
  }

  private mutating func performFromEditor(_ action: Action) -> [Effect] {
    switch action {
    case .delete:
      guard page.document?.id != nil else { return pop() }
      return deleteSelected()
    case .recall: return act(.recall)
    default: return []
    }
  }

  private mutating func closeEditor() -> [Effect] {
    guard case .document(var document) = page else { return [] }
    if document.saving.isBusy {
      document.saving.closesAfterwards = true
      page = .document(document)
      return []
    }
    document.editor = nil
    page = .document(document)
    // A new document in which nothing was typed was never made.
    return document.id == nil ? pop() : readAll()
  }

  // MARK: What is read meanwhile

  mutating func takeForEditor(_ detail: DocumentDetail) -> [Effect] {
    guard case .document(var document) = page else { return [] }
    if document.opensEditor, let context = document.editorContext {
      openEditor(of: document.type, context: context)
      return []
    }
    guard document.editor != nil else { return [] }
    if document.saving.awaitsFindings {
      document.saving.awaitsFindings = false
      document.editor?.refused(findings: detail.findings)
      page = .document(document)
    }
    // A reading that began before the conflict says nothing of what the others saved.
    guard document.saving.awaitsTheirs, detail.document.revision != document.saving.revision else {
      return []
    }
    document.saving.awaitsTheirs = false
    document.saving.revision = detail.document.revision
    page = .document(document)
    return reconcile(with: detail.document.content)
  }

  private mutating func reconcile(with theirs: DocumentContent) -> [Effect] {
    guard let editor = page.document?.editor else { return [] }
    let differences = editor.differences(from: theirs)
    guard !differences.isEmpty else {
      return carryOut(page.document?.editor?.replaced(content: theirs, keepingMine: true) ?? [])
    }
    let lines = differences.prefix(8).map {
      "\($0.label): yours “\($0.mine)”, theirs “\($0.theirs)”"
    }
    open(
      dialog: Dialog(
        title: "Somebody else changed this too", lines: lines, confirm: "Keep mine",
        alternative: (
          "Take theirs", { state, _ in state.settleConflict(theirs: theirs, keepingMine: false) }
        )
      ) { state, _ in state.settleConflict(theirs: theirs, keepingMine: true) })
    return []
  }

  mutating func settleConflict(theirs: DocumentContent, keepingMine: Bool) -> [Effect] {
    carryOut(page.document?.editor?.replaced(content: theirs, keepingMine: keepingMine) ?? [])
  }
}
