// Itemizing: a hotel line divided into parts whose sum must be the whole.

import ApplicationRuntime
import Screen
import Testing
import Workflow

@testable import Interface

@Suite("Items of a line")
struct EditorItemTests {
  private static let schema = DocumentSchema(
    fields: [],
    lineFields: EditorFixture.schema.lineFields + [
      Field(
        "items", .list(of: .record(["title": .text, "category": .text, "amount": .money])))
    ])

  private func hotel() throws -> DocumentEditor {
    var content = try EditorFixture.visit()
    content.fields = Record()
    var editor = DocumentEditor(
      schema: Self.schema, content: content, context: try EditorFixture.context())
    editor.focus = .cell(line: 2, column: 2)
    return editor
  }

  private func type(_ text: String, in editor: inout DocumentEditor) -> [EditorEffect] {
    text.flatMap { character in
      let key: Key = character == "⇥" ? .tab : character == "⏎" ? .enter : .character(character)
      return editor.handle(.key(key))
    }
  }

  @Test("^O divides a line that has an amount")
  func itemizing() throws {
    var editor = try hotel()
    #expect(editor.perform(.itemize) == [.itemize(line: 2)])
    editor.focus = .cell(line: 5, column: 0)
    #expect(editor.perform(.itemize).last == .toast("Itemize: line 6 needs an amount first"))
  }

  @Test("What is left of the whole is offered for each item, and the last one takes it")
  func dividing() throws {
    var editor = try hotel()
    var items = try #require(editor.itemsEditor(ofLine: 2))
    #expect(items.lineFields.map(\.name) == ["title", "amount", "category"])
    _ = type("Room⇥250⏎", in: &items)
    #expect(items.submitState == .off("47.00 EUR are left"))
    let amount = EditorPlace.cell(line: 1, field: "amount")
    #expect(items.proposal(at: amount).display == "47.00 EUR")
    let effects = type("Breakfast⇥⇥me⏎", in: &items)
    #expect(items.submitState == .ready)
    #expect(items.totalsText == "2 items · 297.00 EUR of 297.00 EUR · that is the whole")
    guard
      case .save(let content)? = effects.last(where: { if case .save = $0 { true } else { false } })
    else {
      Issue.record("the items were not saved")
      return
    }
    let divided = editor.divided(line: 2, into: content)
    #expect(divided.count == 1)
    #expect(editor.items(ofLine: 2).map { $0["amount"].display } == ["250.00 EUR", "47.00 EUR"])
    #expect(editor.items(ofLine: 2).last?["category"] == "meals")
    var frame = Frame(size: Size(columns: 100, rows: 24), glyphs: .unicode)
    frame.draw { editor.render(into: &$0) }
    #expect(frame.text.contains("2 items"))
  }

  @Test("Items that come to more than the whole say by how much")
  func tooMuch() throws {
    let editor = try hotel()
    var items = try #require(editor.itemsEditor(ofLine: 2))
    _ = type("Room⇥300⏎", in: &items)
    #expect(items.submitState == .off("3.00 EUR too much"))
    _ = type("Extra⇥1 dkk⏎", in: &items)
    #expect(items.submitState == .off("all items must be in EUR"))
  }

  @Test("Items that another screen saved are kept with the line")
  func merged() throws {
    var editor = try hotel()
    var theirs = editor.content
    theirs.lines[2]["items"] = .list([
      .record(["title": "Room", "amount": EditorFixture.euro(29700)])
    ])
    editor.put("Kiosk", at: .cell(line: 1, field: "merchant"))
    _ = editor.replaced(content: theirs, keepingMine: true)
    #expect(editor.items(ofLine: 2).count == 1)
    #expect(editor.content.lines[1]["merchant"] == "Kiosk")
  }
}
