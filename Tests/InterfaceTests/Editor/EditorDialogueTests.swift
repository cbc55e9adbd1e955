// The fastest way to enter five lines, as SCREENS.md gives it.

import ApplicationRuntime
import Testing
import Workflow

@testable import Interface

@Suite("Five lines without a mouse")
struct EditorDialogueTests {
  @Test("The dialogue of SCREENS.md gives its five lines and submits them")
  func dialogue() throws {
    var report = try EditorFixture()
    #expect(report.cursor == "purpose")
    report.type("Visit Aarhus⏎")
    #expect(report.cursor == "1 date")
    #expect(report.value("cost-center") == "4100")
    #expect(report.editor.proposal(at: .cell(line: 0, field: "date")).display == "2026-03-05")

    for (typed, at) in [("3⇥", "1 category"), ("tr⇥", "1 merchant"), ("dsb⇥", "1 amount")] {
      report.type(typed)
      #expect(report.cursor == at)
    }
    report.type("340⏎")
    #expect(report.words(0) == "2026-03-03 travel DSB 340.00 EUR")
    #expect(report.cursor == "2 date")

    report.type("⇥me⇥Cafe⇥12.5⏎")
    #expect(report.words(1) == "2026-03-03 meals Cafe 12.50 EUR")
    report.type("+⇥ho⇥Scan⇥297⏎")
    #expect(report.words(2) == "2026-03-04 hotel Scandic 297.00 EUR")
    report.type("⇥me⇥\"⇥14⏎")
    #expect(report.words(3) == "2026-03-04 meals Scandic 14.00 EUR")
    report.type("⇥ta⇥4x35⇥180 dkk⏎")
    #expect(report.words(4) == "2026-03-04 taxi 4x35 180.00 DKK")
    #expect(report.value(4, "in-reporting-currency").display == "24.13 EUR")
    #expect(report.editor.total?.description == "687.63 EUR")
    #expect(report.editor.content.lines.count == 5)

    #expect(report.cursor == "6 date")
    #expect(report.type("⏎") == [])
    #expect(report.cursor == "[Submit]")
    #expect(!report.editor.modified)
    #expect(report.type("⏎") == [.submit])
    #expect(report.editor.content.lines.count == 5)
  }

  @Test("Every cell that is left changed is saved once, at once")
  func saving() throws {
    var report = try EditorFixture()
    #expect(report.type("Trip").isEmpty)
    #expect(report.editor.modified)
    guard case .save(let content) = try #require(report.type("⏎").first) else {
      Issue.record("nothing was saved")
      return
    }
    #expect(content.fields == ["purpose": "Trip", "cost-center": "4100", "period": "March"])
    #expect(report.editor.savedAt == Timestamp(microseconds: 1_000_000))
    #expect(report.type("↓↑⇤⇥") == [])
  }
}
