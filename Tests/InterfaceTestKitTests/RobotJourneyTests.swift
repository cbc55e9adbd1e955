// Whole journeys by robots: pages, worker and engine as in the program, without a terminal.

import Expenses
import InterfaceTestKit
import Testing

@Suite("Journeys of robots")
struct RobotJourneyTests {
  private func workplace() throws -> Workplace {
    try Workplace.sample(types: [ExpenseReport()])
  }

  /// Sam writes a report of one line and submits it; Ivan has checked its receipts.
  private func waitingForFrank(_ title: String, in workplace: Workplace) throws {
    let sam = try Robot(in: workplace, as: "sam")
    try sam.write(title)
    try sam.act("submit")
    try sam.expect("U recalls it")
    let ivan = try Robot(in: workplace, as: "ivan")
    try ivan.select(title)
    try ivan.act("accept")
    try ivan.act("complete")
    try ivan.pass(.seconds(6))
    try ivan.expect(line: title, "✓ completed")
  }

  @Test("A report is written, checked, approved and paid, and one watches it on its way")
  func paid() throws {
    let workplace = try workplace()
    let sam = try Robot(in: workplace, as: "sam")
    try waitingForFrank("Visit Randers", in: workplace)
    try sam.press("2")
    try sam.expect(line: "Visit Randers", "in review", "manager")
    let frank = try Robot(in: workplace, as: "frank")
    try frank.select("Visit Randers", "340.00 EUR", "manager")
    try frank.act("approve")
    try frank.expect(line: "Visit Randers", "✓ approved, u 5 s")
    try frank.expect(told: "Approved: ER-000001")
    try frank.act("flip")
    try frank.expect("▶ manager", "○ payment")
    try frank.pass(.seconds(5))
    try frank.expect("✓ manager", "✓ post", "✓ payment", "Paid")
    try frank.act("flip")
    try frank.expect(place: "Inbox › ER-000001 · paid · VIEW")
    try sam.expect(line: "Visit Randers", "paid")
  }

  @Test("An answer is taken back while its time is not over, and not after")
  func undone() throws {
    let workplace = try workplace()
    try waitingForFrank("Visit Randers", in: workplace)
    let frank = try Robot(in: workplace, as: "frank")
    try frank.select("Visit Randers")
    try frank.act("approve")
    try frank.pass(.seconds(4))
    try frank.act("undo")
    try frank.expect(told: "Took back")
    try frank.pass(.seconds(60))
    try frank.expect(line: "Visit Randers", "manager")
    try frank.act("approve")
    try frank.pass(.seconds(5))
    try frank.expect(off: "undo")
    try frank.expect("Inbox · 0 of 0")
  }

  @Test("A report is sent back with a comment, changed, resubmitted and asked again")
  func sentBack() throws {
    let workplace = try workplace()
    try waitingForFrank("Visit Randers", in: workplace)
    let frank = try Robot(in: workplace, as: "frank")
    try frank.select("Visit Randers")
    try frank.act("reject")
    try frank.confirm("Reject")
    try frank.expect("Comment is needed")
    try frank.type("The taxi is missing.")
    try frank.confirm("Reject")
    try frank.pass(.seconds(5))
    let sam = try Robot(in: workplace, as: "sam")
    try sam.expect(selected: "Visit Randers", "returned")
    try sam.act("edit")
    try sam.expect("· EDIT")
    try sam.press("Tab")
    try sam.type("ta")
    try sam.press("Tab")
    try sam.type("4x35")
    try sam.press("Tab")
    try sam.type("20")
    try sam.press("Enter ^S")
    try sam.expect("· VIEW", "360.00 EUR")
    try sam.act("submit")
    try sam.expect("Resubmitted")
    try frank.expect(line: "Visit Randers", "360.00 EUR", "manager")
  }

  @Test("Two screens on one store: what one does the other shows, without a key")
  func twoScreens() throws {
    let workplace = try workplace()
    let one = try Robot(in: workplace, as: "frank")
    let other = try Robot(in: workplace, as: "frank", columns: 120, rows: 40)
    try one.expect("Inbox · 0 of 0")
    try waitingForFrank("Visit Randers", in: workplace)
    try one.expect("Inbox · 1 of 1", "Visit Randers")
    try other.act("approve")
    try other.pass(.seconds(5))
    try one.expect("Inbox · 0 of 0")
  }

  @Test("A paused job leaves what was posted; single steps take it on, one message each")
  func stepping() throws {
    let workplace = try workplace()
    let carol = try Robot(in: workplace, as: "carol")
    try carol.press("3")
    try carol.act("pause-job")
    try carol.expect("job ❚❚")
    let sam = try Robot(in: workplace, as: "sam")
    try sam.expect(off: "instances", because: "only an administrator")
    try sam.write("Visit Randers")
    try sam.act("submit")
    try sam.expect(told: "It waits: the batch job is paused.")
    try carol.expect(line: "ready", "activation")
    try carol.act("step")
    try carol.expect(told: "Handled")
    try carol.expect(line: "ready", "workflowStarted")
    try carol.expect(none: "elementStarted")
    try carol.act("pause-job")
    try carol.expect(line: "handled", "workItemsCreated")
    try carol.expect("job")
  }

  @Test("A delegation that is set up on the people page is used for new items")
  func delegated() throws {
    let workplace = try workplace()
    let frank = try Robot(in: workplace, as: "frank")
    try frank.press("8 n")
    try frank.type("Jen Dahl")
    try frank.press("Enter Enter Enter Enter")
    try frank.expect(line: "in force", "Frank Berg", "Jen Dahl")
    try waitingForFrank("Visit Randers", in: workplace)
    let jen = try Robot(in: workplace, as: "jen")
    try jen.expect(selected: "Visit Randers", "manager")
    try jen.act("approve")
    try jen.pass(.seconds(5))
    try jen.press("2")
    let history = try workplace.engine.history(of: "ER-000001", as: .init("frank"), limit: 100)
    let approved = history.first { $0.entry.event == .approved }
    #expect(approved?.entry.actor?.person == "jen")
    #expect(approved?.entry.onBehalfOf == "frank")
  }
}

extension Robot {
  /// Writes a report of one line with the keys of the editor, and leaves it in VIEW.
  fileprivate func write(_ title: String) throws {
    try press("n")
    try expect("· EDIT")
    try type(title)
    try press("Enter")
    try type("t")
    for cell in ["tr", "dsb", "340"] {
      try press("Tab")
      try type(cell)
    }
    try press("Enter ^S")
    try expect("· VIEW", title, "340.00 EUR")
  }
}
