// Aligned text, cut to the terminal, and harmless.

import Testing

@testable import Application

struct TextTableTests {
  private let table = TextTable(
    columns: [
      TextColumn("Id"), TextColumn("Title", minimum: 6), TextColumn("Amount", isRight: true),
      TextColumn("Note", priority: 1),
    ],
    rows: [["1", "A long title", "5.00", "x"], ["22", "Short", "1,000.00", ""]])

  @Test("Without a width nothing is cut")
  func natural() {
    #expect(
      table.lines(width: nil) == [
        "Id  Title           Amount  Note", "1   A long title      5.00  x",
        "22  Short         1,000.00",
      ])
  }

  @Test("A narrow terminal drops what matters least and cuts what gives way")
  func narrow() {
    #expect(
      table.lines(width: 22) == [
        "Id  Title       Amount", "1   A long …      5.00", "22  Short     1,000.00",
      ])
  }

  @Test("Control characters of stored text never reach the output")
  func hostile() throws {
    let world = try World.sample()
    let json = #"{"purpose":"\u001b[2Jx\u202e","lines":[]}"#
    let ran = world.run("report", "new", "--file", "-", "--as", "sam", input: json)
    #expect(ran.status == .done)
    for format in ["text", "json", "jsonl"] {
      let listed = world.run("report", "list", "--as", "sam", "--output", format)
      #expect(!listed.output.contains("\u{1b}"))
    }
  }
}
