// Mistakes in the arguments, help, versions, completions.

import Foundation
import Testing
import Workflow

@testable import Application

struct UsageTests {
  @Test(
    "A mistake in the arguments is 64",
    arguments: [
      ["--what"], ["inbox", "--limit", "0"], ["inbox", "--limit", "many"], ["nothing"],
      ["report", "show"], ["queue", "set"], ["instance", "resume"],
      ["approve", "W-1", "W-2", "--key", "k"], ["inbox", "--output", "xml"],
      ["queue", "watch", "--output", "json"], ["report", "set", "ER-1", "purpose"],
    ])
  func usage(_ arguments: [String]) throws {
    let ran = try World.sample().run(arguments)
    #expect(ran.status == .usage)
    #expect(!ran.errors.isEmpty && ran.output.isEmpty)
  }

  @Test("With --output json a mistake in the arguments is one line of JSON")
  func usageAsJSON() throws {
    let ran = try World().run("inbox", "--output", "json", "--what")
    #expect(ran.status == .usage && ran.errorCode == "usage")
    #expect(ran.errors.split(separator: "\n").count == 1)
  }

  @Test("Help and versions go to the output")
  func help() throws {
    let world = try World()
    #expect(world.run("--help").output.contains("inbox"))
    #expect(world.run("--version").output == "\(RootCommand.version)\n")
    #expect(world.run("queue", "--help").status == .done)
  }

  @Test(
    "There are completions for each shell, and for no other", arguments: ["bash", "zsh", "fish"])
  func completions(_ shell: String) throws {
    let world = try World()
    #expect(world.run("completions", shell).output.contains("countersign"))
    #expect(world.run("completions", "csh").status == .usage)
  }

  @Test("No store is 66, a server is 69, and an existing store is never made anew: 73")
  func stores() throws {
    let world = try World()
    #expect(world.run("inbox", "--store", world.folder + "/none").status == .notFound)
    #expect(world.run("inbox", "--store", "postgresql://db/x").status == .storeUnavailable)
    #expect(world.run("init", "--store", world.store).status == .done)
    #expect(world.run("init", "--store", world.store).status == .cannotCreate)
    #expect(world.run("inbox", "--store", world.folder).status != .done)
  }

  @Test("A foreign file is refused by name")
  func foreign() throws {
    let world = try World()
    let path = try world.file("text", "This is no store at all.\n")
    chmod(path, 0o600)
    let ran = world.run("inbox", "--store", path, "--output", "json")
    #expect(ran.status == .storeUnavailable)
    #expect(ran.errorCode == "storeForeign")
  }
}
