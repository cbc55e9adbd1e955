// The program on terminals of many kinds, in colour and without, and looked at alone.

import Testing

@Suite("Journeys on terminals", .enabled(if: TmuxScreen.isInstalled, "tmux is not installed"))
struct SurroundingsJourneyTests {
  @Test(
    "every terminal that can move its cursor has the screens, and is left as it was",
    arguments: [
      "screen", "screen-256color", "tmux-256color", "linux", "xterm", "xterm-256color", "vt100",
    ])
  func types(type: String) throws {
    let place = try Place.sample()
    let screen = try TmuxScreen(
      place, ["--store", place.store, "--as", "sam"], variables: ["TERM": type])
    try screen.wait(for: "Inbox · 0 of 0", "Sam Holt", "? all")
    try screen.press("?")
    try screen.wait(for: "Keys")
    try screen.press("Escape")
    try screen.press("2")
    try screen.wait(for: "Reports · 0 of 0")
    try screen.press("Q")
    try screen.expectCleanEnd(status: 0)
  }

  /// How ASCII comes about.
  static let plain: [(words: [String], variables: [String: String])] = [
    (["--ascii"], [:]), ([], ["LC_ALL": "C"]), ([], ["LC_ALL": "en_US.ISO-8859-1"]),
  ]

  @Test("--ascii and a locale that is not UTF-8 draw with ASCII alone", arguments: 0..<3)
  func ascii(index: Int) throws {
    let place = try Place.sample()
    let (words, variables) = Self.plain[index]
    let screen = try TmuxScreen(
      place, ["--store", place.store, "--as", "sam"] + words, variables: variables)
    try screen.wait(for: "Nothing waits for you.", "Sam Holt", "? all")
    #expect(try screen.text.utf8.allSatisfy { $0 < 0x7F })
    try screen.press("q")
    try screen.expectCleanEnd(status: 0)
  }

  @Test("NO_COLOR and --color never leave attributes and no colour", arguments: [0, 1, 2])
  func color(index: Int) throws {
    let place = try Place.sample()
    let words = index == 1 ? ["--color", "never"] : []
    let screen = try TmuxScreen(
      place, ["--store", place.store, "--as", "sam"] + words,
      variables: index == 2 ? ["NO_COLOR": "1"] : [:])
    try screen.wait(for: "Inbox · 0 of 0", "? all", "job ▶")
    let styled = try screen.styledText
    let codes = styled.split(separator: "\u{1B}[").dropFirst().flatMap { part in
      part.prefix { $0 != "m" }.split(separator: ";").compactMap { Int($0) }
    }
    #expect(codes.contains(1))
    #expect(codes.contains { (30...38).contains($0) || (90...97).contains($0) } == (index == 0))
    try screen.press("q")
    try screen.expectCleanEnd(status: 0)
  }

  @Test("a read-only session shows every page and changes nothing")
  func readOnly() throws {
    let place = try Place.sample()
    let screen = try TmuxScreen(
      place, ["--store", place.store, "--as", "carol", "--read-only"], columns: 100)
    try screen.wait(for: "Inbox · 0 of 0", "read-only")
    for (key, _, title) in PageJourneyTests.pages {
      try screen.press(key)
      try screen.wait(for: " " + title, "read-only")
    }
    try screen.press("n")
    try screen.wait(for: "this is a read-only session")
    try screen.press("3")
    try screen.wait(for: "Queue ·")
    try screen.press("P")
    try screen.wait(forLine: "Pause job", "this is a read-only session")
    try screen.press("Q")
    try screen.expectCleanEnd(status: 0)
    #expect(try place.ask("report", "list", "--as", "carol").items.isEmpty)
    #expect(try place.ask("queue", "show", "--as", "carol").item["paused"] != true)
  }

  @Test("a storm of sizes while colleagues are at work leaves a whole screen")
  func storm() throws {
    let screen = try TmuxScreen.demo(try Place())
    try screen.press("&")
    try screen.wait(for: "Colleagues are at work")
    try screen.press("3")
    for step in 0..<24 {
      try screen.resize(columns: 30 + (step * 53) % 140, rows: 8 + (step * 17) % 40)
      if step % 6 == 0 { try screen.press("j") }
    }
    try screen.resize(columns: 80, rows: 24)
    try screen.wait(for: "Queue ·", "batch job ▶", "? all")
    try screen.press("1")
    try screen.wait(for: "Inbox ·", "? all")
    try screen.press("Q")
    try screen.expectCleanEnd(status: 0)
  }
}
