// Reports from CSV: what is read, what is refused, and that nothing is lost.

import ApplicationRuntime
import Resources
import Testing
import Workflow

@testable import Expenses

@Suite("CSV import")
struct CSVImportTests {
  private func parse(
    _ text: String, mapping: [String: String] = [:], order: CSVImport.DateOrder? = nil
  ) -> CSVImport {
    CSVImport.parse(Array(text.utf8), mapping: mapping, currency: .euro, dateOrder: order)
  }

  @Test("the sample file makes two reports")
  func sample() throws {
    let result = parse(ShippedResources.sampleImport)
    #expect(result.problems == [])
    #expect(result.rejected == [])
    #expect(result.reports.map(\.key) == ["spring-fair", "london"])
    #expect(result.reports.map(\.content.lines.count) == [3, 2])
    let fair = try #require(result.reports.first)
    #expect(fair.content.fields["purpose"] == "Spring fair in Lyon")
    #expect(fair.content.fields["cost-center"] == "4200")
    #expect(fair.content.lines[1]["comment"] == "Dinner with two\nvisitors from Turin")
    #expect(fair.content.lines[2]["merchant"] == "Hotel \"Le Phénix\"")
    #expect(fair.sourceLines == [2, 3, 5])
    for report in result.reports {
      let wrong = try findings(in: report.content).filter { $0.severity == .error }
      #expect(wrong == [])
    }
  }

  @Test(
    "a byte order mark, any line break and any separator are understood",
    arguments: [",", ";", "\t"], ["\n", "\r\n", "\r"])
  func forms(_ separator: String, _ lineBreak: String) throws {
    let rows = [
      ["Date", "Category", "Amount", "Merchant"],
      ["2026-03-03", "Meals", "\"12,50\"", "\"A \"\"B\"\"\(separator) C\""],
    ]
    let text = rows.map { $0.joined(separator: separator) }.joined(separator: lineBreak)
    let result = parse("\u{FEFF}" + text + lineBreak + lineBreak)
    #expect(result.problems == [])
    let line = try #require(result.reports.first?.content.lines.first)
    #expect(line["amount"].display == "12.50 EUR")
    #expect(line["category"] == "meals")
    #expect(line["merchant"].text?.hasPrefix("A \"B\"") == true)
  }

  @Test("columns are mapped by name; those that no field takes are named")
  func mapping() throws {
    let text = "Datum;Art;Betrag;Firma;Cost Center;costly\n31.12.2026;hotel;1.204,50;Ibis;4100;x\n"
    let result = parse(
      text, mapping: ["datum": "date", "ART": "category", "Betrag": "amount", "Firma": "merchant"])
    #expect(result.problems == [])
    #expect(result.ignoredColumns == ["costly"])
    let report = try #require(result.reports.first)
    #expect(report.content.fields["cost-center"] == "4100")
    #expect(report.content.lines.first?["amount"].display == "1,204.50 EUR")
    #expect(report.content.lines.first?["date"] == day("2026-12-31"))
  }

  @Test(
    "a heading that cannot be used is told, and the file is given back whole",
    arguments: [
      ("date,amount\n", "there is no column for category"),
      ("date,Date,category,amount\n", "holds the same field"),
      ("x\u{1B}y\n", "there is no column for date"),
      ("\"date\n", "a quote is never closed"),
    ])
  func heading(_ text: String, _ reason: String) {
    let result = parse(text)
    #expect(result.problems.contains { $0.reason.contains(reason) })
    #expect(result.reports.isEmpty)
    #expect(result.rejected == Array(text.utf8))
    #expect(!result.ignoredColumns.contains { $0.unicodeScalars.contains("\u{1B}") })
  }

  @Test("a mapping to a field or from a column that is not there is told")
  func badMapping() {
    let result = parse(
      "date,category,amount,x\n", mapping: ["x": "amuont", "nowhere": "comment"])
    #expect(result.problems.map(\.reason.count).count == 2)
    #expect(result.problems.allSatisfy { $0.line == 1 })
  }

  private static let columns = "report,date,category,amount,currency,merchant,receipts"

  @Test(
    "a bad row is told by line, column and reason, and given back as it stood",
    arguments: [
      ("a,2026-02-30,meals,5,EUR,x,", "date"), ("a,03/04/2026,meals,5,EUR,x,", "date"),
      ("a,1.2.26,meals,5,EUR,x,", "date"), ("a,,meals,5,EUR,x,", "date"),
      ("a,2026-03-03,yachts,5,EUR,x,", "category"), ("a,2026-03-03,,5,EUR,x,", "category"),
      ("a,2026-03-03,meals,,EUR,x,", "amount"), ("a,2026-03-03,meals,\"1,204\",EUR,x,", "amount"),
      ("a,2026-03-03,meals,12.345,EUR,x,", "amount"), ("a,2026-03-03,meals,0,EUR,x,", "amount"),
      ("a,2026-03-03,meals,-5,EUR,x,", "amount"), ("a,2026-03-03,meals,=5*2,EUR,x,", "amount"),
      ("a,2026-03-03,meals,5,XXZ,x,", "amount"), ("a,2026-03-03,meals,5 DKK,EUR,x,", "amount"),
      ("a,2026-03-03,meals,5,EUR,x\u{1B}[2J,", "merchant"), ("a,2026-03-03,meals,5,EUR,x", nil),
      ("a,2026-03-03,meals,5,EUR,x,,more", nil), ("a,2026-03-03,meals,5,EUR,\"x\" y,", nil),
      ("a\u{1B},2026-03-03,meals,5,EUR,x,", "report"),
      (String(repeating: ",", count: 5000), nil),
      (",2026-03-03,meals,5,EUR,x,", "report"),
    ] as [(String, String?)])
  func badRow(_ row: String, _ column: String?) {
    let heading = Self.columns + "\n"
    let result = parse(heading + row + "\nb,2026-03-03,meals,5,EUR,x,r1.pdf;r2.pdf\n")
    #expect(result.problems.map(\.line) == [2])
    #expect(result.problems.map(\.column) == [column])
    #expect(result.rejected == Array((heading + row + "\n").utf8))
    #expect(result.reports.map(\.key) == ["b"])
    #expect(result.reports.first?.content.lines.first?["receipts"] == ["r1.pdf", "r2.pdf"])
    #expect(
      result.problems.first?.description.unicodeScalars.contains("\u{1B}") == false)
  }

  @Test("text that is not UTF-8 is told, and only its row is bad")
  func latin1() {
    var bytes = Array("date,category,amount,merchant\n2026-03-03,meals,5,Caf".utf8)
    bytes += [0xE9, 0x0A] + Array("2026-03-03,meals,5,Café\n".utf8)
    let result = CSVImport.parse(bytes, currency: .euro)
    #expect(result.problems.map(\.line) == [2])
    #expect(result.problems.first?.reason.contains("UTF-8") == true)
    #expect(result.reports.first?.content.lines.count == 1)
    let wide = CSVImport.parse([0xFF, 0xFE, 0x41, 0x00], currency: .euro)
    #expect(wide.problems.first?.reason.contains("UTF-16") == true)
  }

  @Test("a stray quote spoils its line and not the rest of the file")
  func strayQuote() {
    let text = "date,category,amount,merchant\n"
    let good = "2026-03-03,meals,5,ok\n"
    let bad = "2026-03-03,meals,5,\"open\n"
    let result = parse(text + good + bad + good + good)
    #expect(result.problems.map(\.description) == ["line 3: a quote is never closed"])
    #expect(result.reports.first?.content.lines.count == 3)
    #expect(result.rejected == Array((text + bad).utf8))
  }

  @Test("an ambiguous date is read when the order is said")
  func dateOrder() throws {
    let text = "date,category,amount\n03/04/2026,meals,5\n03/03/2026,meals,5\n12/31/2026,meals,5\n"
    #expect(parse(text).problems.map(\.line) == [2])
    let dayFirst = try #require(parse(text, order: .dayFirst).reports.first)
    #expect(dayFirst.content.lines.first?["date"] == day("2026-04-03"))
    let monthFirst = try #require(parse(text, order: .monthFirst).reports.first)
    #expect(monthFirst.content.lines.first?["date"] == day("2026-03-04"))
  }

  @Test("a row that contradicts its report is told")
  func contradiction() {
    let text = "report,purpose,date,category,amount\n"
    let result = parse(
      text + "a,One,2026-03-03,meals,5\na,,2026-03-03,meals,6\na,Two,2026-03-03,meals,7\n")
    #expect(result.problems.map(\.line) == [4])
    #expect(result.reports.first?.content.lines.count == 2)
  }

  @Test("an empty file is told")
  func empty() {
    for text in ["", "\u{FEFF}", "\n\n"] {
      #expect(parse(text).problems.map(\.reason) == ["the file is empty"])
    }
  }

  @Test("a file with very many open quotes takes no more than its size in steps")
  func hostile() {
    for row in ["\"a\n", "\"a,\"\n", "\"\"\"\n", "a,\"\n"] {
      let text = Self.columns + "\n" + String(repeating: row, count: 20_001)
      let result = parse(text)
      #expect(!result.problems.isEmpty)
      #expect(result.rejected.count == text.utf8.count)
    }
  }
}
