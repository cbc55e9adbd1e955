// How the program begins: without a store, without a person, without a terminal.

import Foundation
import Testing

@Suite("Journeys of the start", .enabled(if: TmuxScreen.isInstalled, "tmux is not installed"))
struct StartJourneyTests {
  @Test("without a store there are three choices, and a store of one's own has an inbox at once")
  func ownStore() throws {
    let place = try Place()
    let screen = try TmuxScreen(place, [])
    try screen.wait(
      for: "There is no store yet", "1 Look around", "2 Start my own store",
      "3 Open another store", place.folder + "/data/")
    try screen.press("j", "Enter")
    try screen.wait(for: "Inbox · 0 of 0", "Nothing waits for you", "job ▶")
    try screen.press("q")
    try screen.expectCleanEnd(status: 0)
    let files = try FileManager.default.subpathsOfDirectory(atPath: place.folder + "/data")
    #expect(files.contains { $0.hasSuffix(".sqlite") })
  }

  @Test("leaving the three choices makes nothing")
  func noStore() throws {
    let place = try Place()
    let screen = try TmuxScreen(place, [])
    try screen.wait(for: "There is no store yet")
    try screen.press("q")
    try screen.expectCleanEnd(status: 0)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: place.folder + "/data").isEmpty)
  }

  @Test("a login that is nobody is asked who to be where it may act as others")
  func nobody() throws {
    let place = try Place.sample()
    let screen = try TmuxScreen(place, ["--store", place.store])
    try screen.wait(for: "Act as", "Carol Dahl")
    try screen.press("Enter")
    try screen.wait(for: "You act as ")
  }

  @Test(
    "a login that is nobody in somebody else's store is told so, and who can help",
    .enabled(if: geteuid() == 0, "only root can give a file away"))
  func stranger() throws {
    let place = try Place()
    let organization = try place.file(
      "organization.yaml",
      """
      organization: Elsewhere
      time-zone: UTC
      currency: EUR
      administrators: [ann]
      users:
        - { id: ann, name: Ann Lund, groups: [employees] }
      groups:
        employees: []
      """)
    let made = try place.run("init", "--organization", organization)
    try #require(made.status == 0, "\(made.errors)")
    try #require(chown(place.store, 65534, 65534) == 0)
    let screen = try TmuxScreen(place, ["--store", place.store])
    try screen.wait(for: "is nobody in this organisation", "Ann Lund")
    try screen.expectCleanEnd(status: 77)
  }

  @Test("without a terminal there is one sentence and status 66")
  func noTerminal() throws {
    let place = try Place.sample()
    for words in [[], ["ui"], ["demo"]] {
      let ran = try place.run(words)
      #expect(ran.status == 66)
      #expect(ran.errors.contains("terminal"))
      #expect(ran.output.isEmpty)
    }
  }
}
