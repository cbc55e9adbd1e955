// From the first start to the first approval, and what was stopped to its end, on the screen alone.

import Testing

@Suite("Whole journeys", .enabled(if: TmuxScreen.isInstalled, "tmux is not installed"))
struct WholeJourneyTests {
  @Test("from the first start to the first approval, in a store of one's own")
  func firstApproval() throws {
    let screen = try TmuxScreen(try Place(), ["--undo-window", "0s"])
    try screen.wait(for: "There is no store yet", "2 Start my own store")
    try screen.press("2")
    try screen.wait(for: "Inbox · 0 of 0", "Nothing waits for you", "job ▶")
    try screen.press("n")
    try screen.wait(for: "Expense report", "Purchase requisition")
    try screen.press("Enter")
    try screen.wait(for: "EDIT", "purpose is missing")
    try screen.type("First journey")
    try screen.press("Enter")
    try screen.wait(for: "needs at least one line")
    for (index, cell) in ["t", "tr", "dsb", "340"].enumerated() {
      if index > 0 { try screen.press("Tab") }
      try screen.type(cell)
    }
    try screen.press("Enter")
    try screen.wait(for: "1 line · 340.00 EUR", "saved ")
    try screen.press("C-s")
    try screen.wait(for: "· VIEW", "[s Submit]")
    try screen.press("s")
    try screen.wait(for: "in review · VIEW")
    try screen.press("1")
    try screen.wait(forLine: "▌", "First journey", "340.00 EUR")
    try screen.wait(for: "c complete")
    try screen.press("c")
    try screen.wait(forLine: "▌", "First journey", "manager")
    try screen.press("a")
    try screen.wait(for: "Inbox · 0 of 0")
    try screen.press("2")
    try screen.wait(forLine: "First journey", "paid")
    try screen.press("Q")
    try screen.expectCleanEnd(status: 0)
  }

  @Test("a standing delegation is set up and used: the delegate answers for the delegator")
  func delegated() throws {
    let place = try Place.sample()
    let frank = try TmuxScreen(place, ["--store", place.store, "--as", "frank"])
    try frank.wait(for: "Inbox · 0 of 0", "Frank Berg", "job ▶")
    try frank.press("8")
    try frank.wait(for: "Nobody acts for anybody")
    try frank.press("n")
    try frank.wait(for: "New delegation")
    try frank.type("Jen Dahl")
    try frank.press("Enter", "Enter", "Enter", "Enter")
    try frank.wait(forLine: "in force", "Frank Berg", "Jen Dahl")
    try frank.press("Q")
    try frank.expectCleanEnd(status: 0)
    let lines = try place.file(
      "lines.csv",
      """
      report,purpose,cost-center,date,category,merchant,amount,currency
      fair,Spring fair,4200,2026-03-02,travel,Air France,412.80,EUR

      """)
    for command in [
      ["report", "import", lines, "--as", "sam"], ["submit", "ER-000001", "--as", "sam"],
      ["complete", "ER-000001", "--as", "ivan"],
    ] {
      let ran = try place.run(command)
      try #require(ran.status == 0, "\(ran.errors)")
    }
    let jen = try TmuxScreen(
      place, ["--store", place.store, "--as", "jen"], columns: 140, rows: 60)
    try jen.wait(forLine: "▌", "Spring fair", "manager")
    try jen.press("a")
    try jen.wait(forLine: "✓ approved, u ")
    try jen.press("v")
    try jen.wait(for: "Jen Dahl for Frank Berg")
    try jen.press("Q")
    try jen.expectCleanEnd(status: 0)
  }

  @Test("a stopped instance is resumed on its page and goes to its end")
  func stoppedInstance() throws {
    let screen = try TmuxScreen.demo(try Place())
    try screen.become("Carol Dahl")
    try screen.press("5")
    try screen.wait(for: "Instances ·")
    try screen.filter("stopped")
    try screen.wait(forLine: "▌", "stopped")
    try screen.press("Enter")
    try screen.wait(for: "· stopped", "▶ post")
    try screen.press("f")
    try screen.wait(for: "completed", "✓ post")
    try screen.press("Q")
    try screen.expectCleanEnd(status: 0)
  }

  @Test("rows are selected and opened, titles sort and the footer acts by the mouse")
  func mouse() throws {
    let screen = try TmuxScreen.demo(try Place())
    let row = try #require(try screen.row(with: "Visit Aarhus"))
    try screen.click(column: 20, row: row)
    try screen.wait(forLine: "▌", "Visit Aarhus")
    try screen.click(column: 20, row: row)
    // The footer stands still only when the document is read.
    try screen.wait(for: "Inbox › ER-", "[a Approve]", "a approve", "v flow")
    let footer = 23
    let flow = try #require(try screen.column(of: "v flow", inRow: footer))
    try screen.click(column: flow, row: footer)
    try screen.wait(for: "● submitted", "▶ manager")
    try screen.press("q")
    try screen.wait(for: "VIEW")
    try screen.press("q")
    try screen.wait(for: "Inbox · 7 of 7", "Visit Aarhus")
    let title = try #require(try screen.column(of: "Title", inRow: 2))
    try screen.click(column: title, row: 2)
    try screen.wait(for: "Title ▲")
    try screen.press("Q")
    try screen.expectCleanEnd(status: 0)
  }
}
