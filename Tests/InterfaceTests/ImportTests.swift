// `i` on the Reports page: drafts from a CSV file.

import Screen
import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Import on the Reports page")
struct ImportTests {
  func reports() -> InterfaceState {
    var state = InterfaceState.sample()
    state.press("2")
    state.answer(.documents(limit: 200), .documents(Window(rows: [], next: nil)))
    return state
  }

  @Test("i asks for the file and makes drafts of it")
  func asking() throws {
    var state = reports()
    state.press("i")
    #expect(state.dialog?.title == "Import")
    state.type("~/march.csv")
    let effects = state.press("Enter")
    guard case .importFile(let path, let type, let actor)? = effects.first else {
      Issue.record("nothing is imported")
      return
    }
    #expect(path == "~/march.csv")
    #expect(type == state.setup.importedType)
    #expect(actor == state.viewer.actor)
    _ = state.update(
      .imported(
        .success(
          ImportResult(
            file: "march.csv", documents: ["ER-000021", "ER-000022"], problems: [], rejected: nil)))
    )
    #expect(state.toasts.last?.text == "Made 2 drafts of march.csv: ER-000021 to ER-000022.")
  }

  @Test("every bad row is told by line and reason, and where it is kept")
  func problems() {
    var state = reports()
    let problems = (2...60).map { "line \($0), amount: “12,x” is not a number" }
    _ = state.update(
      .imported(
        .success(
          ImportResult(
            file: "march.csv", documents: [], problems: problems,
            rejected: "/home/sam/march-rejected.csv"))))
    var text = state.render(size: state.size, glyphs: .unicode).text
    #expect(text.contains("No drafts were made."))
    #expect(text.contains("march-rejected.csv"))
    #expect(text.contains("line 2, amount"))
    for _ in 1...10 { state.press("PgDn") }
    text = state.render(size: state.size, glyphs: .unicode).text
    #expect(text.contains("line 60, amount"))
    state.press("Esc")
    #expect(state.overlay == nil)
  }

  @Test("where no documents come from CSV files the key says so")
  func absent() {
    var state = InterfaceState.sample { $0.importedType = nil }
    state.press("2 i")
    #expect(state.dialog == nil)
    #expect(state.toasts.last?.text == "Import: no documents here come from CSV files")
  }
}
