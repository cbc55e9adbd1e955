// What a line at the prompt means.

import Testing

@testable import Interface

@Suite("Lines at the prompt")
struct LinearCommandTests {
  @Test("a number selects, several and ranges mark, each once")
  func numbers() {
    #expect(LinearCommand("3") == .rows([3]))
    #expect(LinearCommand(" 3 5-7 ") == .rows([3, 5, 6, 7]))
    #expect(LinearCommand("1,4,1") == .rows([1, 4]))
  }

  @Test("a verb's name or key acts, on the rows after it")
  func verbs() {
    #expect(LinearCommand("approve 3 5-7") == .verb("approve", rows: [3, 5, 6, 7]))
    #expect(LinearCommand("R") == .verb("R", rows: []))
    #expect(LinearCommand("+ 2") == .verb("+", rows: [2]))
    #expect(LinearCommand("- 2") == .verb("-", rows: [2]))
  }

  @Test("/text filters, ? lists verbs, list and more show rows")
  func others() {
    #expect(LinearCommand("/due<fri !sam") == .filter("due<fri !sam"))
    #expect(LinearCommand("/") == .filter(""))
    #expect(LinearCommand("? appr") == .help("appr"))
    #expect(LinearCommand("help") == .help(""))
    #expect(LinearCommand("list") == .page)
    #expect(LinearCommand("more") == .more)
    #expect(LinearCommand("   ") == .nothing)
  }

  @Test(
    "what is no row's number is refused",
    arguments: [
      "approve 0", "approve 3-1", "approve 1-2-3", "3 x", "approve 1-99999999",
      "approve 1--", "99999999999999999999",
    ])
  func unreadable(line: String) {
    guard case .unreadable = LinearCommand(line) else {
      Issue.record("\(line) was read as \(LinearCommand(line))")
      return
    }
  }
}
