// A type of one's own before a robot: the example of the README.

import Foundation
import InterfaceTestKit
import Testing

@testable import countersign

@Suite("A type of one's own before a robot")
struct OwnTypeTests {
  @Test("A purchase is written on its page, checked, approved and ordered")
  func ordered() throws {
    let workplace = try Workplace.sample(types: [PurchaseRequisition()])
    let mia = try Robot(in: workplace, as: "mia")
    try mia.act("new")
    try mia.expect("purpose is missing")
    for field in ["Ten chairs", "Chair House", "4200"] {
      try mia.type(field)
      try mia.press("Enter")
    }
    for cell in ["Chair", "10", "210"] {
      try mia.type(cell)
      try mia.press("Tab")
    }
    try mia.press("^S")
    try mia.expect(line: "Chair", "2,100.00 EUR")
    try mia.act("submit")

    let erin = try Robot(in: workplace, as: "erin")
    try erin.select("Ten chairs")
    try erin.act("complete")
    try erin.pass(.seconds(5))

    let frank = try Robot(in: workplace, as: "frank")
    try frank.expect(selected: "Ten chairs", "review")
    try frank.act("approve")
    try frank.pass(.seconds(5))
    try mia.expect("ordered")
  }

  @Test("The README shows this test")
  func readme() throws {
    let file = URL(fileURLWithPath: #filePath)
    let root = file.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    let own = try String(contentsOf: file, encoding: .utf8)
    let example = own.components(separatedBy: "  @Test(")[1]
    let lines = ("  @Test(" + example).split(separator: "\n").map { $0.dropFirst(2) }
    let shown = readme.split(separator: "\n")
    let start = try #require(shown.firstIndex(of: lines[0]))
    #expect(Array(shown[start...].prefix(lines.count)) == lines)
  }
}
