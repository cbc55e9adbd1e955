// The file in which a person's filters are kept.

import ApplicationRuntime
import Foundation
import Testing

@testable import Application
@testable import Interface

struct FilterFileTests {
  private func world() throws -> World {
    let world = try World.sample()
    world.variables["XDG_STATE_HOME"] = world.folder + "/state"
    return world
  }

  private func change(_ kind: FilterChange.Kind) -> FilterChange { FilterChange(kind, on: .inbox) }

  @Test("Filters are kept for this person alone, and two screens lose nothing of each other's")
  func kept() throws {
    let world = try world()
    let (one, other) = (
      FilterFile(variables: world.variables), FilterFile(variables: world.variables)
    )
    _ = try one.apply(change(.keep(name: "late", filter: "due<today")))
    _ = try other.apply(change(.keep(name: "large", filter: "amount>500")))
    _ = try one.apply(change(.used(filter: "sam")))
    let read = try FilterFile(variables: world.variables).read()
    #expect(read.named(on: .inbox).map(\.name) == ["large", "late"])
    #expect(read.used(on: .inbox) == ["sam"])
    let path = world.folder + "/state/countersign/filters.json"
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    _ = try other.apply(change(.forget(name: "late")))
    #expect(try one.read().named(on: .inbox).map(\.name) == ["large"])
  }

  @Test("A file that cannot be understood is told and left as it is")
  func damaged() throws {
    let world = try world()
    let folder = world.folder + "/state/countersign"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "not json".write(toFile: folder + "/filters.json", atomically: true, encoding: .utf8)
    let file = FilterFile(variables: world.variables)
    #expect(throws: EngineError.self) { try file.read() }
    #expect(throws: EngineError.self) { try file.apply(change(.used(filter: "x"))) }
    #expect(try String(contentsOfFile: folder + "/filters.json", encoding: .utf8) == "not json")
  }

  @Test("--filter @name is the filter that was kept under the name; other words stay words")
  func inCommands() throws {
    let world = try world()
    let filters = FilterFile(variables: world.variables)
    _ = try filters.apply(change(.keep(name: "sams", filter: "from:sam amount>10")))
    #expect(try filters.expanded("@sams !draft @budget") == "from:sam amount>10 !draft @budget")
    _ = try filters.apply(FilterChange(.keep(name: "sams", filter: "x"), on: .reports))
    #expect(throws: EngineError.self) { try filters.expanded("@sams") }
    #expect(world.run("inbox", "--as", "frank", "--filter", "@sams").status == .usage)
  }
}
