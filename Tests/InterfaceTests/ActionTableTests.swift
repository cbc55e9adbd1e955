// The rules of the one action table.

import Screen
import Testing

@testable import Interface

@Suite("Action table")
struct ActionTableTests {
  let table = ActionTable.standard

  @Test("no page binds a key twice")
  func noKeyTwice() {
    #expect(table.collisions.isEmpty, "\(table.collisions)")
  }

  @Test("every action has a label and one sentence of help, and keys but for those of the palette")
  func everyActionHasHelp() {
    let ofPalette: Set<ActionName> = [.migrate, .skip, .mouse]
    for action in table.actions {
      #expect(action.keys.isEmpty == ofPalette.contains(action.name), "\(action.name)")
      #expect(!action.label.isEmpty, "\(action.name)")
      #expect(action.help.hasSuffix("."), "\(action.name)")
      #expect(action.help.first?.isUppercase == true, "\(action.name)")
      #expect(!action.contexts.isEmpty, "\(action.name)")
    }
  }

  @Test("every name is in the table")
  func everyNameIsThere() {
    let names = Set(table.actions.map(\.name))
    #expect(names == Set(ActionName.allCases))
  }

  @Test("Alt, Ctrl-A and Ctrl-B are never bound")
  func neverBound() {
    for action in table.actions {
      #expect(!action.keys.contains(.control("a")) && !action.keys.contains(.control("b")))
    }
  }

  @Test("in EDIT every printable key is text")
  func editKeysAreNoText() {
    for action in table.actions(in: .edit) {
      #expect(action.keys.allSatisfy { $0.text == nil }, "\(action.name)")
    }
  }

  @Test("keys can be remapped by name, and a collision is refused by name")
  func remapping() throws {
    let remapped = try table.remapped(["approve": ["Z"]])
    #expect(remapped.action(for: .character("Z"), in: .inbox)?.name == .approve)
    #expect(remapped.action(for: .character("a"), in: .inbox) == nil)
    #expect(throws: ActionTableError.self) { try table.remapped(["approve": ["r"]]) }
    #expect(throws: ActionTableError.unknownAction("aprove")) {
      try table.remapped(["aprove": ["r"]])
    }
    #expect(throws: ActionTableError.unknownKey("Hyper-x", .approve)) {
      try table.remapped(["approve": ["Hyper-x"]])
    }
    #expect(throws: ActionTableError.neverBound("^A", .approve)) {
      try table.remapped(["approve": ["^A"]])
    }
  }

  @Test("What lies over a page takes its keys from the table too, and text where one types")
  func typingKeysAreNoText() {
    for context in PageKind.typing {
      for action in table.actions(in: context) {
        #expect(action.keys.allSatisfy { $0.text == nil }, "\(action.name) in \(context)")
      }
    }
    #expect(throws: ActionTableError.typesText("t", .newLine)) {
      try table.remapped(["new-line": ["t"]])
    }
  }

  @Test("The keys of EDIT mode can be changed")
  func editingRemapped() throws {
    let remapped = try table.remapped(["cut-line": ["F8"], "as-above": ["F9"]])
    var report = try EditorFixture(EditorFixture.visit())
    report.editor.context.keys = remapped.names(in: .edit)
    report.editor.focus = .cell(line: 1, column: 0)
    #expect(report.type("^x") == [])
    #expect(report.press(.function(8)).contains(.toast("Line 2 cut. ^G brings it back")))
    #expect(remapped.action(for: .control("d"), in: .edit) == nil)
  }

  @Test("The keys of dialogs, lists to choose from, the filter and texts can be changed")
  func overPagesRemapped() throws {
    let remapped = try table.remapped(["escape": ["F7"], "confirm": ["z"], "next-cell": ["F6"]])
    var state = InterfaceState.sample { $0.table = remapped }
    state.fillInbox()
    state.press("Space j Space a")
    #expect(state.dialog != nil)
    #expect(state.press("y").isEmpty)
    state.press("F6")
    #expect(state.press("z").requests.count == 2)
    state.press("/ x F7")
    #expect(state.filterInput == nil && state.page.list?.filter.isEmpty == true)
    state.press(":")
    #expect(state.overlay != nil)
    state.press("Esc")
    #expect(state.overlay != nil)
    state.press("F7")
    #expect(state.overlay == nil)
  }
}
