// The configuration file.

import ApplicationRuntime
import Foundation
import Testing

@testable import Application

struct ConfigurationTests {
  @Test("Colours, characters and theme are read; remarks and blank lines are not")
  func good() throws {
    let read = try Configuration(
      "# mine\ncolor: never\n\nascii: true # old font\ntheme: \"light\"\n", file: "c")
    #expect(read.color == .never && read.isASCII && read.theme == "light")
    #expect(try Configuration("", file: "c") == Configuration())
  }

  @Test("Every mistake is told with its line")
  func mistakes() {
    let error = #expect(throws: EngineError.self) {
      try Configuration("color: red\nfoo\nkeys: x\nascii: maybe\n", file: "c.yaml")
    }
    #expect(
      error?.details.map { $0.prefix(9) } == ["c.yaml:1:", "c.yaml:2:", "c.yaml:3:", "c.yaml:4:"])
  }

  @Test("A wrong file stops every command with 65; options win over a good one")
  func whole() throws {
    let world = try World.sample()
    world.variables["XDG_CONFIG_HOME"] = world.folder
    try FileManager.default.createDirectory(
      atPath: world.folder + "/countersign", withIntermediateDirectories: true)
    _ = try world.file("countersign/config.yaml", "colour: never\n")
    let ran = world.run("status")
    #expect(ran.status == .badData && ran.errors.contains("config.yaml:1"))
    _ = try world.file("countersign/config.yaml", "ascii: true\n")
    #expect(world.run("status").status == .done)
  }
}
