// What approvers and administrators do with work items, on the screen.

import Testing

@Suite("Journeys of answers", .enabled(if: TmuxScreen.isInstalled, "tmux is not installed"))
struct AnswerJourneyTests {
  /// A store in which fifty reports wait for Frank's approval.
  private func fifty() throws -> Place {
    let place = try Place.sample()
    var rows = "report,purpose,cost-center,date,category,merchant,amount,currency\n"
    var lines = ""
    for number in 1...50 {
      rows += "r\(number),Trip \(number),4200,2026-03-02,travel,DSB,\(150 + number).00,EUR\n"
      let document = "ER-" + String(String(1_000_000 + number).dropFirst())
      lines += "{\"as\":\"sam\",\"do\":\"submit\",\"document\":\"\(document)\"}\n"
      lines += "{\"as\":\"ivan\",\"do\":\"complete\",\"document\":\"\(document)\"}\n"
    }
    let commands = [
      ["report", "import", try place.file("trips.csv", rows), "--as", "sam"],
      ["batch", try place.file("answers.jsonl", lines)],
    ]
    for command in commands {
      let ran = try place.run(command)
      try #require(ran.status == 0, "\(ran.errors) \(ran.output.suffix(500))")
    }
    return place
  }

  @Test("fifty are approved together, taken back together, and approved again")
  func bulk() throws {
    let place = try fifty()
    // Long enough for a machine that is busy with other things.
    let screen = try TmuxScreen(
      place, ["--store", place.store, "--as", "frank", "--undo-window", "15s"])
    try screen.wait(for: "Inbox · 50 of 50")
    try screen.press("*")
    try screen.wait(for: "50 marked, 8,775.00 EUR")
    try screen.press("a")
    try screen.wait(for: "Approve 50 items", "50 items, together 8,775.00 EUR", "… and 44 more")
    try screen.press("y")
    try screen.wait(for: "✓ approved, u ", "Approved: 50 of 50.", "u: take all back")
    try screen.press("u")
    try screen.wait(for: "Taken back: 50 of 50.")
    try screen.wait(untilGone: "✓ approved")
    try screen.wait(for: "Inbox · 50 of 50")
    try screen.press("*")
    try screen.wait(for: "50 marked")
    try screen.press("a")
    try screen.wait(for: "Approve 50 items")
    try screen.press("y")
    try screen.wait(for: "Inbox · 0 of 0")
  }

  @Test("a change is requested of whom one chooses, made, and the document resubmitted")
  func change() throws {
    let screen = try TmuxScreen.demo(try Place())
    try screen.filter("Aarhus")
    try screen.press("R")
    try screen.wait(for: "Request change ER-", "687.63 EUR", "Of: Sam Holt, originator")
    try screen.type("Which train?")
    try screen.press("Tab", "Tab", "Enter")
    try screen.wait(forLine: "✓ asked back, u ")
    try screen.become("Sam Holt")
    try screen.filter("Aarhus")
    try screen.wait(forLine: "▌", "Visit Aarhus", "change")
    try screen.press("e")
    try screen.wait(for: "· EDIT", "[Resubmit]")
    try screen.press("Enter")
    try screen.press("C-s")
    try screen.wait(for: "· VIEW", "[s Resubmit]")
    try screen.press("s")
    try screen.wait(for: "Resubmitted", "in review · VIEW")
    try screen.become("Frank Berg")
    try screen.press("1")
    try screen.filter("Aarhus")
    try screen.wait(forLine: "▌", "Visit Aarhus", "manager")
  }

  @Test("a choice is made of its outcomes, and the workflow goes that way")
  func choice() throws {
    let place = try Place.sample()
    let workflow = try place.file(
      "audit.yaml",
      """
      workflow: audit
      title: Audit
      type: expense-report
      priority: 100
      elements:
        - choice: audit
          assign: { user: hans }
          outcomes:
            call:
              title: Call the manager first
              elements: [ { task: call-manager, assign: { user: donna } } ]
            skip: { title: No call needed }
      """)
    let rows = try place.file(
      "trip.csv",
      """
      report,purpose,cost-center,date,category,merchant,amount,currency
      r1,Car hire,4200,2026-03-02,travel,DSB,150.00,EUR

      """)
    for command in [
      ["workflow", "save", workflow, "--activate", "--yes", "--as", "carol"],
      ["report", "import", rows, "--as", "sam"], ["submit", "ER-000001", "--as", "sam"],
    ] {
      let ran = try place.run(command)
      try #require(ran.status == 0, "\(ran.errors)")
    }
    let screen = try TmuxScreen(place, ["--store", place.store, "--as", "hans"])
    try screen.wait(forLine: "▌", "Car hire")
    try screen.press("C")
    try screen.wait(for: "Choose ER-000001, 150.00 EUR", "Call the manager first", "No call needed")
    try screen.type("call")
    try screen.press("Enter", "Tab", "Enter")
    try screen.wait(forLine: "✓ chosen, u ")
    try screen.wait(for: "Inbox · 0 of 0")
    try screen.press("q")
    try screen.expectCleanEnd(status: 0)
    let inbox = try place.ask("inbox", "--as", "donna")
    #expect(inbox.items.count == 1)
    #expect(inbox.items.first?["element"]?.string?.hasSuffix("call-manager") == true)
  }

  @Test("an item is delegated to somebody found by typing, who sees for whom it is")
  func delegation() throws {
    let screen = try TmuxScreen.demo(try Place())
    try screen.filter("Aarhus")
    try screen.press("d")
    try screen.wait(for: "Delegate ER-", "687.63 EUR", "To:", "Ann Lund")
    try screen.type("kehl")
    try screen.wait(forLine: "▌", "Donna Kehl")
    try screen.press("Enter")
    try screen.type("You know the train.")
    try screen.press("Tab", "Enter")
    try screen.wait(for: "is with Donna Kehl now, for Frank Berg.")
    try screen.wait(for: "Nothing passes the filter")
    try screen.become("Donna Kehl")
    try screen.filter("Aarhus")
    try screen.wait(forLine: "▌", "Visit Aarhus", "manager")
  }

  @Test("an administrator gives an open item of an instance to somebody else")
  func reassigned() throws {
    let screen = try TmuxScreen.demo(try Place())
    try screen.become("Carol Dahl")
    try screen.press("5")
    try screen.wait(for: "Instances ·")
    try screen.filter("Aarhus")
    try screen.wait(forLine: "▌", "Visit Aarhus")
    try screen.press("A")
    try screen.wait(for: "Reassign I-", "Work item: W-", "Frank Berg", "To:", "Bill Moe")
    try screen.type("moe")
    try screen.wait(forLine: "▌", "Bill Moe")
    try screen.press("Enter", "Tab", "Enter")
    try screen.wait(for: "is with Bill Moe now, for Frank Berg.")
    try screen.become("Bill Moe")
    try screen.press("1")
    try screen.filter("Aarhus")
    try screen.wait(forLine: "▌", "Visit Aarhus", "manager")
  }
}
