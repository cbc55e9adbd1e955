// Who acts: login and --as.

import Testing
import Workflow

@testable import Application

struct IdentityTests {
  @Test("A login that is nobody is 77 and names itself and the administrators")
  func unknownLogin() throws {
    let world = try World.sample()
    world.login = "nobody-here"
    let ran = world.run("inbox")
    #expect(ran.status == .notAllowed)
    #expect(ran.errors.contains("nobody-here") && ran.errors.contains("Carol Dahl"))
    #expect(world.run("inbox", "--as", "sam").status == .done)
  }

  @Test("Only the owner of the file may act as another, outside of stores to try things out")
  func impersonation() throws {
    let world = try World()
    world.variables["COUNTERSIGN_STORE"] = world.store
    world.run("init")
    #expect(world.run("inbox", "--as", "carol").status == .done)
    #expect(world.run("inbox", "--as", "nobody").status == .notFound)
    let organization = Organization.soleUser(
      id: "carol", name: "Carol", login: "carol", groups: [])
    let identity = Identity(organization: organization, login: "dave", mayImpersonate: false)
    #expect(throws: (any Error).self) { try identity.actor(as: "carol") }
  }

  @Test("--as is recorded as A as B")
  func recorded() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "120.00")
    let first = world.run("history", id, "--output", "json").json["items"]?.array?.first
    #expect(first?["actor"] == "sam")
    #expect(first?["impersonatedBy"] == "carol")
  }

  @Test("--read-only never acts")
  func readOnly() throws {
    let world = try World.sample()
    #expect(world.run("report", "new", "purpose=x", "--read-only").status == .notAllowed)
    #expect(world.run("report", "list", "--read-only").status == .done)
  }
}
