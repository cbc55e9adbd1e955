// `E`: a list in a file.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Export")
struct ExportTests {
  func exports(_ effects: [Effect]) -> [ListExport] {
    effects.compactMap { if case .export(let export) = $0 { export } else { nil } }
  }

  func begun() -> InterfaceState {
    var state = InterfaceState.sample()
    state.fillInbox()
    state.press("E")
    return state
  }

  @Test("a name is proposed, and of a folder it is completed")
  func names() throws {
    let state = begun()
    let proposed = "countersign-inbox-2026-03-03.csv"
    #expect(state.dialog?.fields.first?.area.text == proposed)
    #expect(try state.completed("/tmp/") == "/tmp/" + proposed)
    #expect(try state.completed("~") == "~/" + proposed)
    #expect(try state.completed("march") == "march.csv")
  }

  @Test("the ending chooses the format, and an unknown one is refused")
  func formats() {
    var state = begun()
    state.press("^U")
    state.type("list.xls")
    #expect(exports(state.press("Enter")).isEmpty)
    #expect(state.dialog?.complaint?.contains(".csv or .jsonl") == true)
    state.press("^U")
    state.type("list.jsonl")
    #expect(exports(state.press("Enter")).first?.format == .jsonLines)
  }

  @Test("it writes what is filtered, with exact values; what was not read yet is read")
  func content() throws {
    var state = InterfaceState.sample()
    state.answer(.inbox(limit: 200), .inbox(Window(rows: [Sample.inbox[0]], next: "W-000009")))
    state.press("/")
    state.type("!dinner")
    state.press("Enter E")
    let export = try #require(exports(state.press("Enter")).first)
    var asked: [Reading] = []
    let (text, rows) = export.written { reading in
      asked.append(reading)
      return .inbox(Window(rows: Sample.inbox, next: nil))
    }
    let all = ListRequest<InboxRow>(
      filter: RowFilter("!dinner"), order: ListOrder("due"), span: ListExport.largest / 2)
    #expect(asked == [.inbox(all)])
    #expect(rows == 5)
    let lines = text.split(separator: "\r\n")
    #expect(lines.count == 6)
    #expect(lines[0].hasPrefix("document,title,from,amount,amountCurrency,step,due,item"))
    #expect(
      lines[1].hasPrefix("ER-000009,Fair in Lyon,Sam Holt,1204.5,EUR,manager,2026-03-02T11:00:00"))
  }

  @Test("JSON lines carry amounts and times as commands do")
  func jsonLines() throws {
    var state = begun()
    state.press("^U")
    state.type("a.jsonl")
    let export = try #require(exports(state.press("Enter")).first)
    let (text, rows) = export.written { _ in .inbox(Window(rows: [], next: nil)) }
    #expect(rows == 6)
    for line in text.split(separator: "\n") {
      let object = try JSON(parsing: String(line)).object
      #expect(object?["version"] == .integer(1))
      #expect(object?["object"] == .string("inbox"))
    }
  }

  @Test("cells that a spreadsheet would run, and control characters, are made harmless")
  func hostile() throws {
    let row = ListRow(
      id: "1", cells: [ListCell("=cmd()\u{1B}[31m,\"x\"")],
      filter: FilterRow(texts: [], fields: [:]))
    let text = ExportTable(columns: ["Title"], fields: []).csv([row])
    #expect(text.contains("\"'=cmd()"))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    #expect(text.contains("\"\"x\"\""))
  }

  @Test("nothing is overwritten without asking, and Back is the default")
  func overwriting() throws {
    var state = begun()
    let export = try #require(exports(state.press("Enter")).first)
    _ = state.update(.exported(export, .success(.exists(path: "/tmp/x.csv"))))
    state.shown()
    #expect(state.dialog?.isDangerous == true)
    #expect(exports(state.press("Enter")).isEmpty)
    _ = state.update(.exported(export, .success(.exists(path: "/tmp/x.csv"))))
    state.shown()
    #expect(exports(state.press("y")).first?.overwrites == true)
    _ = state.update(.exported(export, .success(.written(path: "/tmp/x.csv", rows: 6))))
    #expect(state.toasts.last?.text == "Wrote 6 rows to /tmp/x.csv.")
  }

  @Test("a page without a list has nothing to export")
  func off() {
    var state = InterfaceState.sample()
    state.fillInbox()
    state.press("Enter E")
    #expect(state.dialog == nil)
    #expect(state.toasts.last?.text.contains("no list") == true)
  }
}
