// Drawing workflows by command.

import Testing
import Workflow

@testable import Application

@Suite("countersign workflow diagram")
struct WorkflowDiagramTests {
  @Test("a workflow is drawn as text, in ASCII of the same layout, as Mermaid and as SVG")
  func formats() throws {
    let world = try World.sample()
    let text = world.run("workflow", "diagram", "expense-approval")
    #expect(text.status == .done, "\(text.errors)")
    #expect(text.output.contains("╔═════▼═ management ═"))
    #expect(text.output.contains("│ runs post-to-ledger │"))
    let ascii = world.run("workflow", "diagram", "expense-approval", "--ascii").output
    #expect(ascii.utf8.allSatisfy { $0 < 0x80 })
    #expect(ascii.split(separator: "\n").count == text.output.split(separator: "\n").count)
    let mermaid = world.run("workflow", "diagram", "expense-approval", "--format", "mermaid")
    #expect(mermaid.output.hasPrefix("flowchart TD\n"))
    let svg = world.run("workflow", "diagram", "shipped:expense-approval", "--format", "svg")
    #expect(svg.output.hasPrefix("<svg ") && svg.output.hasSuffix("</svg>\n"))
    let json = world.run("workflow", "diagram", "expense-approval", "--output", "json")
    #expect(json.json["item"]?["format"] == "text")
    #expect(json.json["item"]?["text"]?.string?.contains("management") == true)
  }

  @Test("an instance is drawn with how far it is")
  func instance() throws {
    let world = try World.sample()
    let id = world.makeReport(by: "sam", amount: "120.00")
    world.run("submit", id, "--as", "sam")
    let drawn = world.run("workflow", "diagram", "--instance", "I-1")
    #expect(drawn.status == .done, "\(drawn.errors)")
    #expect(drawn.output.contains("│ ▶ review-receipts │ waits for "))
    #expect(drawn.output.contains("║ ○ manager"))
  }

  @Test("what cannot be drawn is told in words")
  func refused() throws {
    let world = try World.sample()
    #expect(world.run("workflow", "diagram").status == .usage)
    #expect(
      world.run("workflow", "diagram", "expense-approval", "--instance", "I-1").status == .usage)
    #expect(world.run("workflow", "diagram", "expense-aproval").status == .notFound)
    #expect(
      world.run("workflow", "diagram", "expense-approval", "--workflow-version", "9").status
        == .notFound)
    #expect(world.run("workflow", "diagram", "--instance", "I-99").status == .notFound)
    let file = try world.file("w.yaml", "workflow: [")
    #expect(world.run("workflow", "diagram", file).status == .badData)
  }
}
