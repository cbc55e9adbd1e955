// What lies over a form: a folder, a month, the items of a line.

import Screen
import Testing
import Workflow

@testable import ApplicationRuntime
@testable import Interface

@Suite("Frames over a form")
struct FormSnapshotTests {
  @Test("a folder, a month, items, receipts", arguments: SnapshotTests.looks)
  func overlays(look: SnapshotTests.Look) throws {
    var state = InterfaceState.editing(size: look.size)
    state.page.document?.editor?.focus = .cell(line: 1, column: 0)
    state.press("^K")
    try expectSnapshot("forms/calendar", of: state, glyphs: look.glyphs)
    state.press("Esc ^T")
    state.answer(.folder("~"), .folder(FilePickerTests.listing))
    try expectSnapshot("forms/folder", of: state, glyphs: look.glyphs)
    state.press("^T Down Down Down Enter")
    _ = state.update(
      .kept(
        "/home/sam/bill.pdf", .failure(EngineError(.badData, "bill.pdf is larger than 32 MiB."))))
    try expectSnapshot("forms/folder-failed", of: state, glyphs: look.glyphs)
    state.press("Esc")
    state.page.document?.editor?.focus = .cell(line: 0, column: 0)
    state.press("^T")
    try expectSnapshot("forms/receipts", of: state, glyphs: look.glyphs)
  }

  @Test("a folder with hostile names", arguments: SnapshotTests.looks)
  func hostile(look: SnapshotTests.Look) throws {
    var state = InterfaceState.editing(size: look.size)
    state.page.document?.editor?.focus = .cell(line: 1, column: 0)
    state.press("^T")
    let names = Hostile.texts.map { FilePickerTests.entry($0, size: .max) }
    state.answer(
      .folder("~"),
      .folder(
        FolderListing(path: "/a\u{1B}[2Jb", shownPath: "/a\u{1B}[2Jb", entries: names, isCut: true))
    )
    try expectSnapshot("forms/folder-hostile", of: state, glyphs: look.glyphs)
  }

  @Test("items of a line", arguments: SnapshotTests.looks)
  func items(look: SnapshotTests.Look) throws {
    let schema = DocumentSchema(
      fields: [],
      lineFields: EditorFixture.schema.lineFields + [
        Field("items", .list(of: .record(["title": .text, "category": .text, "amount": .money])))
      ])
    var content = try EditorFixture.visit()
    content.fields = Record()
    let editor = DocumentEditor(
      schema: schema, content: content, context: try EditorFixture.context())
    var items = try #require(editor.itemsEditor(ofLine: 2))
    _ = items.handle(.resize(ItemsView.inner(of: look.size).size))
    var state = InterfaceState.editing(size: look.size)
    state.overlay = .items(ItemsOverlay(line: 2, editor: items))
    state.type("Room")
    state.press("Tab 2 5 0 Enter")
    state.type("Breakfast")
    state.press("Tab")
    try expectSnapshot("forms/items", of: state, glyphs: look.glyphs)
  }
}
