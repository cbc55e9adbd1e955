// The items of a line, edited over the document: an editor whose lines are the items.

import ApplicationRuntime
import Screen

package struct ItemsOverlay: Sendable {
  /// The line that is divided, counted from 0.
  let line: Int
  var editor: DocumentEditor
  /// What was told last; the page's own line of toasts is covered.
  var note: String?
}

struct ItemsView {
  let items: ItemsOverlay

  /// Where the editor is drawn on a screen.
  static func inner(of size: Size) -> Rect { rect(in: size).inset(columns: 1, rows: 1) }

  private static func rect(in size: Size) -> Rect {
    Rect(size).centered(
      Size(columns: min(size.columns - 4, 84), rows: min(size.rows - 2, 18)))
  }

  func draw(in canvas: inout Canvas) {
    let rect = Self.rect(in: canvas.size)
    canvas.clearMargin(of: rect)
    canvas.fill(rect, style: .overlay)
    canvas.box(rect, title: StyledText(items.editor.context.title, .title))
    canvas.within(Self.inner(of: canvas.size)) { items.editor.render(into: &$0) }
    let hint = items.note ?? "Esc goes back to the line"
    canvas.write(
      StyledText(" \(hint) ", items.note == nil ? .dim : .warning), column: rect.column + 1,
      row: rect.endRow - 1, width: rect.columns - 3, alignment: .right)
  }
}

extension InterfaceState {
  mutating func openItems(ofLine line: Int) {
    guard var editor = page.document?.editor?.itemsEditor(ofLine: line) else { return }
    _ = editor.handle(.resize(ItemsView.inner(of: size).size))
    overlay = .items(ItemsOverlay(line: line, editor: editor))
  }

  mutating func performInItems(_ name: ActionName) -> [Effect] {
    guard case .items(var items) = overlay else { return [] }
    let effects = items.editor.perform(name)
    items.note = nil
    overlay = .items(items)
    return effects.flatMap { carryOutInItems($0) }
  }

  mutating func handleInItems(_ input: InputEvent) -> [Effect] {
    guard case .items(var items) = overlay else { return [] }
    let effects = items.editor.handle(input)
    items.note = nil
    overlay = .items(items)
    return effects.flatMap { carryOutInItems($0) }
  }

  /// What the items want done: they are part of the line, and are saved with it.
  private mutating func carryOutInItems(_ effect: EditorEffect) -> [Effect] {
    guard case .items(var items) = overlay else { return [] }
    switch effect {
    case .save(let content):
      items.editor.saved(content, at: now)
      overlay = .items(items)
      return carryOut(page.document?.editor?.divided(line: items.line, into: content) ?? [])
    case .done, .submit:
      overlay = nil
      return []
    case .toast(let text):
      items.note = text
      overlay = .items(items)
      return []
    case .redraw, .suspend, .interrupt: return carryOut(effect)
    default: return []
    }
  }
}
