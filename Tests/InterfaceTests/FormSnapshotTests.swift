// What lies over a form: a folder, a month, the items of a line.

import Screen
import Testing
import Workflow

@testable import ApplicationRuntime
@testable import Interface

@Suite("Frames over a form")
struct FormSnapshotTests {
  struct Look: Sendable {
    let size: Size
    let glyphs: Glyphs
  }

  static let looks = [(60, 15), (80, 24), (120, 40)].flatMap { columns, rows in
    [Glyphs.unicode, .ascii].map { Look(size: Size(columns: columns, rows: rows), glyphs: $0) }
  }

  private func expect(_ name: String, of state: InterfaceState, glyphs: Glyphs) throws {
    let size = "\(state.size.columns)x\(state.size.rows)"
    try Snapshot.expect(
      state.text(glyphs) + "\n",
      in: "forms/\(name.dropFirst(5))-\(size)-\(glyphs.isASCII ? "ascii" : "utf8").txt")
  }

  @Test("a folder, a month, items, receipts", arguments: looks)
  func overlays(look: Look) throws {
    var state = InterfaceState.editing(size: look.size)
    state.page.document?.editor?.focus = .cell(line: 1, column: 0)
    state.press("^K")
    try expect("form-calendar", of: state, glyphs: look.glyphs)
    state.press("Esc ^T")
    state.answer(.folder("~"), .folder(FilePickerTests.listing))
    try expect("form-folder", of: state, glyphs: look.glyphs)
    state.press("^T Down Down Down Enter")
    _ = state.update(
      .kept(
        "/home/sam/bill.pdf", .failure(EngineError(.badData, "bill.pdf is larger than 32 MiB."))))
    try expect("form-folder-failed", of: state, glyphs: look.glyphs)
    state.press("Esc")
    state.page.document?.editor?.focus = .cell(line: 0, column: 0)
    state.press("^T")
    try expect("form-receipts", of: state, glyphs: look.glyphs)
  }

  @Test("a folder with hostile names", arguments: looks)
  func hostile(look: Look) throws {
    var state = InterfaceState.editing(size: look.size)
    state.page.document?.editor?.focus = .cell(line: 1, column: 0)
    state.press("^T")
    let names = Hostile.texts.map { FilePickerTests.entry($0, size: .max) }
    state.answer(
      .folder("~"),
      .folder(
        FolderListing(path: "/a\u{1B}[2Jb", shownPath: "/a\u{1B}[2Jb", entries: names, isCut: true))
    )
    try expect("form-folder-hostile", of: state, glyphs: look.glyphs)
  }

  @Test("items of a line", arguments: looks)
  func items(look: Look) throws {
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
    try expect("form-items", of: state, glyphs: look.glyphs)
  }
}
