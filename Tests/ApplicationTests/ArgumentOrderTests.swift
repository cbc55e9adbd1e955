// Options before and after the command.

import Testing

@testable import Application

struct ArgumentOrderTests {
  @Test(
    "Options before the command are moved behind it, with their values",
    arguments: [
      (["--store", "x", "inbox"], ["inbox", "--store", "x"]),
      (["--store=x", "--yes", "queue", "list"], ["queue", "list", "--store=x", "--yes"]),
      (["queue", "--as", "list", "list", "--all"], ["queue", "list", "--as", "list", "--all"]),
      (["--output", "json", "approve", "W-1"], ["approve", "--output", "json", "W-1"]),
      (["--help"], ["--help"]),
      (["--store", "x"], ["--store", "x"]),
      (["comment", "ER-1", "--", "--store"], ["comment", "ER-1", "--", "--store"]),
    ] as [([String], [String])])
  func moved(_ typed: [String], _ expected: [String]) {
    #expect(ArgumentOrder.normalized(typed) == expected)
  }

  @Test("report is document of the type of expense reports")
  func report() {
    #expect(
      ArgumentOrder.normalized(["--store", "x", "report", "show", "ER-1"])
        == ["report", "show", "--store", "x", "--type", "expense-report", "ER-1"])
  }

  @Test("Every shared option works before and after the command, and every name is known")
  func everyOption() throws {
    let values = [
      "--store": "x", "--as": "sam", "--output": "json", "--comment": "c", "--key": "k",
      "--filter": "f", "--limit": "3", "--after": "a", "--color": "never", "--now": "t",
      "--wait": "5s", "--undo-window": "2m",
    ]
    #expect(Set(values.keys) == SharedOptions.namesWithValue)
    for (name, value) in values {
      for arguments in [[name, value, "inbox"], ["inbox", name, value]] {
        let parsed = try RootCommand.parseAsRoot(ArgumentOrder.normalized(arguments))
        #expect(parsed is InboxCommand, "\(arguments)")
      }
    }
  }
}
