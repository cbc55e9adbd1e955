// The linear mode: every page and action, line by line.

import Testing
import Workflow
import WorkflowRuntime

@testable import ApplicationRuntime
@testable import Interface

@Suite("Linear mode")
struct LinearTests {
  @Test("a page is numbered rows, then a prompt")
  func rows() {
    let paper = LinearTranscript()
    #expect(paper.text.contains("Inbox · 6 of 6 · Frank Berg · demo"))
    #expect(paper.text.contains("Columns: Document, Title, From, Amount, Step, Due"))
    #expect(paper.text.contains("\n2. ER-000012, "))
    #expect(paper.text.hasSuffix("Inbox> "))
  }

  @Test("a number selects, and tells what stands beside the row")
  func select() {
    var paper = LinearTranscript()
    let told = paper.type("2")
    #expect(told.contains("ER-000012, Visit Aarhus"))
    #expect(told.contains("DSB"))
    #expect(!told.contains("Columns:"))
    #expect(paper.state.interface.page.list?.selectedRow?.cells.first?.text == "ER-000012")
  }

  @Test(
    "a verb's name, key or beginning acts on the row of its number",
    arguments: [
      "approve 2", "a 2", "appr 2", "2",
    ])
  func acts(line: String) {
    var paper = LinearTranscript()
    paper.type(line)
    if line == "2" { paper.type("a") }
    let requests = paper.effects.requests
    #expect(requests.map(\.action) == [.approve])
    #expect(requests.first?.target == .item(Sample.inbox[1].item.id))
  }

  @Test("words after a verb choose: the person or the column is named on the same line")
  func choosing() {
    var paper = LinearTranscript()
    paper.type("sort amount")
    #expect(paper.state.interface.page.list?.sort?.column == 3)
    #expect(paper.type("approve Carol").contains("is no number of a row"))
    #expect(paper.effects.requests.isEmpty)
  }

  @Test("what is done only with marked rows leaves no marks behind when it is not done")
  func marks() {
    var paper = LinearTranscript()
    paper.type("approve 2-3", "")
    #expect(paper.state.interface.page.list?.marks.isEmpty == true)
    paper.type("mark 2-3", "approve", "")
    #expect(paper.state.interface.page.list?.marks.count == 2)
  }

  @Test("the help comes in portions; what another page has is named with it")
  func portions() {
    var paper = LinearTranscript()
    #expect(paper.type("?").contains("more: more shows them."))
    #expect(paper.type("more").contains(": "))
    #expect(paper.type("job-settings").contains("it is on Queue"))
  }

  @Test("two or more items ask first, and only y or the button's name confirms")
  func bulk() {
    var paper = LinearTranscript()
    #expect(paper.type("approve 2-3").hasSuffix("y for “Approve 2 items”, Enter to go back: "))
    #expect(paper.type("").contains("Nothing was done."))
    #expect(paper.effects.requests.isEmpty)
    paper.type("approve 2-3", "a")
    #expect(paper.effects.requests.isEmpty)
    paper.type("y")
    #expect(paper.effects.requests.count == 2)
  }

  @Test("a comment that is needed is asked for until it is there; .back leaves")
  func comment() {
    var paper = LinearTranscript()
    #expect(paper.type("reject 2").hasSuffix("Comment: "))
    #expect(paper.type("").contains("! Comment is needed; .back leaves."))
    paper.type(".back")
    #expect(paper.effects.requests.isEmpty)
    paper.type("reject 2", "too expensive")
    #expect(paper.effects.requests.first?.comment == "too expensive")
    #expect(paper.effects.requests.first?.action == .reject)
  }

  @Test("? lists what can be done, with the reason where it is off; words narrow it down")
  func help() {
    var paper = LinearTranscript()
    let all = paper.type("?") + paper.type("more") + paper.type("more")
    #expect(all.contains("approve (a): "))
    #expect(all.contains("instances is off: only an administrator"))
    let few = paper.type("?appr")
    #expect(few.contains("approve (a)"))
    #expect(!few.contains("reject"))
  }

  @Test("every action of the table can be called by its name")
  func everyAction() {
    var paper = LinearTranscript(isAdministrator: true)
    paper.type("list")
    let names = paper.state.verbs.map(\.name)
    for action in paper.state.interface.setup.table.actions(in: .inbox)
    where !LinearState.withoutMeaning.contains(action.name)
      && action.availability(paper.state.interface) != .absent
    {
      #expect(names.contains(action.name), "\(action.name.rawValue)")
    }
  }

  @Test("/text filters and says so, / shows all again")
  func filter() {
    var paper = LinearTranscript()
    let filtered = paper.type("/aarhus")
    #expect(filtered.contains("1 of 6 · filter aarhus"))
    #expect(filtered.contains("1. ER-000012"))
    #expect(paper.type("/").contains("6 of 6"))
    #expect(paper.type("/nobody-has-this").contains("Nothing passes the filter."))
  }

  @Test("back goes to the page before; on a top page it says that quit leaves")
  func back() {
    var paper = LinearTranscript()
    #expect(paper.type("2", "open").contains("Inbox › ER-000012"))
    #expect(paper.type("back").contains("Inbox · 6 of 6"))
    #expect(paper.type("back").contains("quit leaves"))
    #expect(!paper.state.isQuitting)
    paper.type("quit")
    #expect(paper.state.isQuitting)
  }

  @Test("news is one line, and only before a prompt")
  func news() {
    var paper = LinearTranscript()
    paper.update(
      .read(
        .inbox(limit: 200), as: paper.state.interface.viewer.actor,
        .success(.inbox(Window(rows: Array(Sample.inbox.dropLast(2)), next: nil)))))
    let told = paper.type("")
    #expect(told == "\nNews: 2 rows gone. list shows the rows.\nInbox> ")
    // A number goes on meaning the row that it was written with.
    #expect(paper.type("6").contains("Row 6 is not there any more."))
  }

  @Test("a choice is by number or by a part of a name")
  func choice() {
    var paper = LinearTranscript { $0.mayActAsOthers = true }
    #expect(paper.type("person").contains("2. Ivan Petrov, ivan, 1 open item"))
    paper.type("sue")
    #expect(paper.state.interface.viewer.name == "Sue Lind")
    paper.type("person", "2")
    #expect(paper.state.interface.viewer.name == "Ivan Petrov")
  }

  @Test("a form asks field by field; Enter keeps, .back goes back, .save ends")
  func form() {
    var paper = LinearTranscript()
    #expect(paper.type("new").hasSuffix("Purpose (needed): "))
    #expect(paper.type("Visit Aarhus").hasSuffix("Cost center: "))
    #expect(paper.type(".back").hasSuffix("Purpose [Visit Aarhus]: "))
    paper.type("", "4100", "March")
    #expect(paper.text.hasSuffix("Line 1, Date (Enter for no more lines): "))
    #expect(paper.type("yesterday-ish").contains("! “yesterday-ish” is not a date"))
    paper.type("3", "tr", "DSB", "340", "", "")
    let content = paper.state.interface.page.document?.editor?.content
    #expect(content?.fields["purpose"] == "Visit Aarhus")
    #expect(content?.lines.first?["category"] == "travel")
    #expect(content?.lines.first?["amount"] == .money(Sample.euro(34_000)))
    #expect(paper.text.contains("Line 2, Date (Enter for no more lines, \" as above): "))
    paper.type(".back", ".cut")
    #expect(paper.state.interface.page.document?.editor?.content.lines.isEmpty == true)
  }

  @Test("every page is told in words", arguments: ["inbox", "reports", "queue", "instances"])
  func pages(name: String) {
    var paper = LinearTranscript(isAdministrator: true)
    let told = paper.type("reports", name)
    #expect(told.contains("\(name.prefix(1).uppercased() + name.dropFirst()) · "))
    #expect(told.contains("\n1. "))
  }

  @Test("nothing that a terminal would obey is ever written")
  func harmless() {
    var paper = LinearTranscript(isAdministrator: true)
    paper.type("queue", "1", "open", "reports", "?", "/\u{1B}[31m", "\u{1B}]0;x\u{07}", "inbox")
    let controls = paper.text.unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
    }
    // What was typed stands in the transcript as it was typed, and nowhere else.
    #expect(controls.count == 3)
  }
}
