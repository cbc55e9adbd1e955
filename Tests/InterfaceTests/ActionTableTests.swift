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
}
