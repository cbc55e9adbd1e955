// The configuration file.

import ApplicationRuntime
import Foundation
import Interface
import Screen
import Testing

@testable import Application

struct ConfigurationTests {
  private static let whole = """
    # mine
    color: never

    ascii: true # old font
    theme: "high-contrast"
    mouse: off
    undo-window: 12s
    store: ~/work/store.sqlite
    keys:
      approve: Z
      palette: [":", "^P", F5]
    """

  @Test("Every setting is read; remarks and blank lines are not")
  func good() throws {
    let read = try Configuration(Self.whole, file: "c", variables: ["HOME": "/home/sam"])
    #expect(read.color == .never && read.isASCII && read.theme == .highContrast)
    #expect(!read.usesMouse && read.undoWindow == .seconds(12))
    #expect(read.store == "/home/sam/work/store.sqlite")
    #expect(read.keys.action(for: .character("Z"), in: .inbox)?.name == .approve)
    #expect(read.keys.action(for: .character("a"), in: .inbox) == nil)
    #expect(read.keys.action(for: .function(5), in: .queue)?.name == .palette)
  }

  @Test("An empty file prefers nothing", arguments: ["", "\n", "# theme: light\n"])
  func empty(_ text: String) throws {
    let read = try Configuration(text, file: "c")
    #expect(read.color == nil && read.theme == nil && read.usesMouse && read.undoWindow == nil)
  }

  @Test("Every mistake is told with its line and column")
  func mistakes() {
    let text = """
      color: red
      themes: light
      ascii: maybe
      undo-window: 11m
      store: work.sqlite
      keys: x
      """
    let error = #expect(throws: EngineError.self) { try Configuration(text, file: "c.yaml") }
    #expect(error?.code == .badData)
    let places = error?.details.map { $0.split(separator: " ").first ?? "" }
    #expect(
      places == [
        "c.yaml:1:8:", "c.yaml:2:1:", "c.yaml:3:8:", "c.yaml:4:14:", "c.yaml:5:8:", "c.yaml:6:7:",
      ])
  }

  @Test(
    "Keys are refused by name: unknown names, unreadable keys, collisions, text where one edits",
    arguments: [
      ("aprove: A", "2:3", "approve"), ("approve: Hyper-x", "2:3", "Hyper-x"),
      ("approve: r", "2:3", "reject"), ("approve: ^A", "2:3", "never bound"),
      ("new-line: x", "2:3", "text where one types"),
    ])
  func keys(_ line: String, _ place: String, _ named: String) {
    let error = #expect(throws: EngineError.self) {
      try Configuration("keys:\n  \(line)\n", file: "c")
    }
    let told = error?.details.first ?? ""
    #expect(told.hasPrefix("c:\(place):") && told.contains(named), "\(told)")
  }

  @Test("Two actions may change their keys with each other")
  func swapped() throws {
    let read = try Configuration("keys: { approve: r, reject: a }", file: "c")
    #expect(read.keys.action(for: .character("a"), in: .inbox)?.name == .reject)
  }

  @Test("A wrong file stops every command with 65; options win over a good one")
  func whole() throws {
    let world = try World.sample()
    world.variables["XDG_CONFIG_HOME"] = world.folder
    try FileManager.default.createDirectory(
      atPath: world.folder + "/countersign", withIntermediateDirectories: true)
    _ = try world.file("countersign/config.yaml", "colour: never\n")
    let ran = world.run("status")
    #expect(ran.status == .badData && ran.errors.contains("config.yaml:1:1"))
    _ = try world.file("countersign/config.yaml", "ascii: true\n")
    #expect(world.run("status").status == .done)
    // The file names the usual store; the variable and the option go before it.
    _ = try world.file("countersign/config.yaml", "store: /nowhere/s.sqlite\n")
    #expect(world.run("status").status == .done)
    world.variables["COUNTERSIGN_STORE"] = nil
    #expect(world.run("status").errors.contains("/nowhere/s.sqlite"))
    #expect(world.run("status", "--store", world.store).status == .done)
  }
}
