// The filter language.

import Testing
import Workflow

@testable import ApplicationRuntime
@testable import Interface

@Suite("Filter")
struct RowFilterTests {
  /// Tuesday, 3 March 2026.
  let calendar = FilterCalendar(
    today: Day(iso8601: "2026-03-03") ?? .earliest, dayOf: { $0.dayInUTC })

  func found(_ filter: String) -> [String] {
    Sample.inbox.filter { RowFilter(filter).matches($0.filterRow, calendar: calendar) }
      .map(\.title)
  }

  @Test("words are ANDed over all columns, case folded")
  func words() {
    #expect(found("FAIR lyon") == ["Fair in Lyon"])
    #expect(found("fair odense").isEmpty)
    #expect(found("").count == Sample.inbox.count)
  }

  @Test("accents are folded")
  func accents() {
    let row = Sample.inboxRow(1, "Müller GmbH").filterRow
    #expect(RowFilter("muller").matches(row, calendar: calendar))
    #expect(RowFilter("MÜLLER").matches(row, calendar: calendar))
  }

  @Test("!word turns a word round")
  func negation() {
    #expect(!found("!fair").contains("Fair in Lyon"))
    #expect(found("!fair").count == Sample.inbox.count - 1)
  }

  @Test("field:word looks in one field only")
  func field() {
    #expect(found("from:mia") == ["Train to Odense"])
    #expect(found("title:mia").isEmpty)
    #expect(found("from:\"ivan petrov\"") == ["Team dinner"])
  }

  @Test(
    "amounts compare as numbers",
    arguments: [
      ("amount>500", 3), ("amount>=1204.50", 2), ("amount<100", 2), ("amount=92.90", 1),
      ("amount>1,000", 2), ("!amount>500", 3), ("amount>", 6), ("amount>x", 0),
    ])
  func amounts(filter: String, count: Int) { #expect(found(filter).count == count) }

  @Test(
    "due times compare by day; what has none never passes",
    arguments: [
      ("due<fri", 2), ("due<=fri", 4), ("due<today", 1), ("due:today", 1), ("due>2026-03-05", 3),
      ("due:6/3", 2), ("due<+1", 2), ("due!=fri", 4),
    ])
  func days(filter: String, count: Int) { #expect(found(filter).count == count) }

  @Test("any text is a filter, and none takes long")
  func hostile() {
    for text in [
      "\"", "!", ":::", "a:b:c", String(repeating: "(", count: 9000), "<>", "!!x", "due<32/13",
    ] {
      _ = found(text)
    }
  }

  @Test("unknown fields are named for commands")
  func unknownFields() {
    let filter = RowFilter("amount>5 colour:red fair")
    #expect(filter.unknownFields(among: InboxRow.filterFields) == ["colour"])
  }
}
