// Choosing a file: a folder's entries, found by typing.

import Screen
import Testing
import Workflow

@testable import ApplicationRuntime
@testable import Interface

@Suite("Choosing a file")
struct FilePickerTests {
  static func entry(
    _ name: String, _ kind: FolderListing.Entry.Kind = .file, size: Int64 = 81_200,
    isReadable: Bool = true
  ) -> FolderListing.Entry {
    FolderListing.Entry(
      name: name, kind: kind, size: size, changedAt: Sample.now, isReadable: isReadable)
  }

  static let listing = FolderListing(
    path: "/home/sam", shownPath: "~",
    entries: [
      entry(".secret"), entry("bill.pdf"), entry("Receipts", .folder),
      entry("locked", .folder, isReadable: false), entry("taxi.pdf"), entry("tty", .other),
    ], isCut: false)

  static let kept = KeptFile(name: "bill.pdf", bytes: [1, 2, 3])

  func opened() -> InterfaceState {
    var state = InterfaceState.editing()
    state.page.document?.editor?.focus = .cell(line: 1, column: 0)
    let receipt = state.page.document?.editor?.receipts(ofLine: 1).first ?? ""
    _ = state.page.document?.editor?.detached(receipt: receipt, line: 1)
    #expect(state.press("^T").readings == [.folder("~")])
    state.answer(.folder("~"), .folder(Self.listing))
    // The answer names the whole path; later ones are asked for by it.
    return state
  }

  func picker(_ state: InterfaceState) -> FilePicker? {
    if case .files(let picker)? = state.overlay { picker } else { nil }
  }

  @Test("Folders come first, hidden files only when they are asked for or typed")
  func entries() {
    var state = opened()
    #expect(
      picker(state)?.entries.map(\.name) == ["Receipts", "locked", "bill.pdf", "taxi.pdf", "tty"])
    state.press("^T")
    #expect(picker(state)?.entries.contains { $0.name == ".secret" } == true)
    state.press("^T")
    state.type(".")
    #expect(picker(state)?.entries.first?.name == ".secret")
  }

  @Test("Typing filters; Enter takes the file, which is kept, and the line names it")
  func taking() {
    var state = opened()
    state.type("bil")
    let effects = state.press("Enter")
    #expect(
      effects.contains {
        if case .keepReceipt("/home/sam/bill.pdf") = $0 { true } else { false }
      })
    #expect(picker(state)?.underWay == "/home/sam/bill.pdf")
    let saved = state.update(.kept("/home/sam/bill.pdf", .success(Self.kept)))
    #expect(state.overlay == nil)
    #expect(
      state.page.document?.editor?.receipts(ofLine: 1) == [Self.kept.description])
    #expect(saved.contains { if case .save = $0 { true } else { false } })
  }

  @Test("What cannot be kept is told in the folder, and another file can be taken")
  func failing() {
    var state = opened()
    state.press("Down Down Enter")
    let error = EngineError(.badData, "“bill.pdf” is no file with something in it.")
    _ = state.update(.kept("/home/sam/bill.pdf", .failure(error)))
    #expect(state.text().contains("no file with something in it"))
    #expect(picker(state)?.underWay == nil)
    state.press("Down Down Enter")
    #expect(picker(state)?.failure?.contains("neither a file nor a folder") == true)
    state.press("Esc")
    #expect(state.overlay == nil && state.toasts.isEmpty)
  }

  @Test("Enter goes into a folder, Backspace up, ~ home; / goes into what is typed")
  func folders() {
    var state = opened()
    #expect(state.press("Enter").readings == [.folder("/home/sam/Receipts")])
    _ = state.update(
      .read(
        .folder("/home/sam/Receipts"), as: state.viewer.actor,
        .failure(EngineError(.notFound, "“Receipts” cannot be read: Permission denied"))))
    #expect(state.text().contains("Permission denied"))
    #expect(picker(state)?.folder == "/home/sam")
    #expect(state.press("Backspace").readings == [.folder("/home/sam/..")])
    #expect(state.type("~").readings == [.folder("~")])
    state.answer(.folder("~"), .folder(Self.listing))
    #expect(state.type("Rec/").readings == [.folder("/home/sam/Receipts")])
    state.answer(.folder("/home/sam/Receipts"), .folder(Self.listing))
    #expect(state.type("/").readings == [.folder("/")])
    #expect(state.type("tmp/x/").readings == [.folder("/tmp"), .folder("/tmp/x")])
    #expect(state.update(.input(.paste("/tmp/a b.pdf"))).readings == [.folder("/tmp/a b.pdf")])
  }

  @Test("A folder that was left does not come back when it is read at last")
  func late() {
    var state = opened()
    state.press("Enter")
    state.press("Backspace")
    state.answer(.folder("/home/sam/Receipts"), .folder(Self.listing))
    #expect(picker(state)?.folder == "/home/sam/Receipts/..")
  }

  @Test("A receipt is taken away and saved elsewhere from the list of the line")
  func list() throws {
    var state = opened()
    state.press("Down Down Enter")
    _ = state.update(.kept("/home/sam/bill.pdf", .success(Self.kept)))
    state.press("^T")
    #expect(state.text().contains("bill.pdf") && state.text().contains("attach another"))
    state.press("Enter")
    #expect(state.dialog?.fields.first?.area.text == "/home/sam/bill.pdf")
    let effects = state.press("Enter")
    #expect(
      effects.contains {
        if case .copyReceipt(Self.kept, to: "/home/sam/bill.pdf") = $0 { true } else { false }
      })
    state.press("^T ^X")
    #expect(state.overlay == nil)
    #expect(state.page.document?.editor?.receipts(ofLine: 1).isEmpty == true)
  }

  @Test("A path that is pasted on a line is kept too")
  func pasted() {
    var state = InterfaceState.editing()
    state.page.document?.editor?.focus = .cell(line: 0, column: 0)
    let effects = state.update(.input(.paste("'/tmp/taxi 1.pdf'")))
    #expect(
      effects.contains { if case .keepReceipt("/tmp/taxi 1.pdf") = $0 { true } else { false } })
    _ = state.update(.kept("/tmp/taxi 1.pdf", .failure(EngineError(.notFound, "It is not there."))))
    #expect(state.toasts.last?.text == "It is not there.")
  }
}
