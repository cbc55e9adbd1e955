// What a robot can do, and what it says when the screen is not as expected.

import ApplicationRuntime
import Expenses
import InterfaceTestKit
import Testing

@Suite("A robot")
struct RobotTests {
  private func robot(_ person: String = "sam") throws -> Robot {
    try Robot(in: Workplace.sample(types: [ExpenseReport()]), as: person)
  }

  /// What is thrown by an expectation that is not met.
  private func unmet(_ body: () throws -> Void) throws -> Unmet {
    try #require(throws: Unmet.self, performing: body)
  }

  @Test("An expectation that is not met names itself, its line, and shows the whole screen")
  func disappointed() throws {
    let robot = try robot()
    let line: UInt = #line + 1
    let told = try unmet { try robot.expect("Inbox · 0 of 0", "Visit Randers") }
    #expect(told.expectation == "“Visit Randers” on the screen")
    #expect(told.place == "InterfaceTestKitTests/RobotTests.swift:\(line)")
    #expect(told.screen.contains("Nothing waits for you."))
    #expect(told.description.hasPrefix(told.place))
    #expect(told.description.contains(told.screen))
  }

  @Test("Each kind of expectation fails with what was expected")
  func kinds() throws {
    let robot = try robot()
    let unmets = [
      try unmet { try robot.expect(none: "Inbox") },
      try unmet { try robot.expect(line: "Inbox", "Atlantis") },
      try unmet { try robot.expect(selected: "ER-000001") },
      try unmet { try robot.expect(place: "Reports") },
      try unmet { try robot.expect(told: "Approved") },
      try unmet { try robot.expect(off: "inbox") },
      try unmet { try robot.expect(off: "instances", because: "the moon") },
      try unmet { try robot.select("Visit Randers") },
      try unmet { try robot.click("Visit Randers") },
      try unmet { try robot.confirm("Approve") },
      try unmet { try robot.press("Strg-X") },
    ]
    #expect(
      unmets.map(\.expectation) == [
        "no “Inbox” on the screen", "a line with “Inbox” and “Atlantis”",
        "“ER-000001” in the selected row", "the page “Reports”",
        "“Approved” told; it was: nothing", "“inbox” off; it is on",
        "“instances” off because “the moon”; it says: only an administrator sees all instances",
        "a row with “Visit Randers”", "“Visit Randers” to click on",
        "a dialog with “Approve”", "“Strg-X” is no key",
      ])
  }

  @Test("An action that is off, elsewhere or unknown is not done, and the reason is told")
  func refused() throws {
    let robot = try robot()
    #expect(
      try unmet { try robot.act("approve") }.expectation
        == "“approve” is off: nothing is selected")
    #expect(
      try unmet { try robot.act("try-now") }.expectation
        == "“try-now” is no action of “inbox”")
    #expect(try unmet { try robot.act("fly") }.expectation == "there is no action “fly”")
    #expect(
      try unmet { try robot.act("colleagues") }.expectation
        == "“colleagues” is not offered here")
    try robot.expect(off: "instances", because: "only an administrator")
  }

  @Test("Mouse, size, palette and person work as at a terminal")
  func surroundings() throws {
    let robot = try robot()
    try robot.resize(columns: 120, rows: 40)
    #expect(robot.text.split(separator: "\n", omittingEmptySubsequences: false).count == 40)
    try robot.become("Carol Dahl")
    try robot.expect(place: "Inbox · 0 of 0")
    try robot.press("5")
    try robot.expect(place: "Instances")
    // An action without a key goes by the palette.
    try robot.act("mouse")
    try robot.expect(told: "The mouse is the terminal's")
    try robot.press("8")
    try robot.select("Jen Dahl")
    try robot.click("Mia Juhl")
    try robot.expect(selected: "Mia Juhl")
    try robot.scroll(by: -3, column: 5, row: 5)
    try robot.act("copy-id")
    #expect(robot.clipboard == "mia")
    robot.isASCII = true
    #expect(robot.text.utf8.allSatisfy { $0 < 0x7F })
    #expect(throws: Unmet.self) { try robot.become("Nobody Atall") }
    try robot.press("Esc Esc Q")
    #expect(robot.hasQuit)
  }

  @Test("Somebody who is nobody in the organisation gets no screen")
  func nobody() throws {
    let error = try #require(throws: EngineError.self) { try robot("eve") }
    #expect(error.code == .notFound)
  }

  @Test("A text goes to the editor and comes back")
  func editor() throws {
    let robot = try robot()
    try robot.press("n")
    try robot.type("Trip")
    robot.editor = { $0 + " to Odense" }
    try robot.press("^E Enter ^S")
    try robot.expect("Trip to Odense")
  }
}
