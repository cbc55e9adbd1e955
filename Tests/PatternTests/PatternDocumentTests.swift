// What docs/PATTERNS.md claims is all there, and all of it is tested.

import Foundation
import Testing

@Suite struct PatternDocumentTests {
  @Test("The table has the 43 patterns, and what is claimed with a restriction names it")
  func table() throws {
    let rows = try PatternDocument().rows
    #expect(rows.map(\.number) == Array(1...43))
    #expect(rows.allSatisfy { ["+", "+/-", "-"].contains($0.support) })
    for row in rows where row.support == "+/-" { #expect(!row.restriction.isEmpty, "\(row.name)") }
  }

  @Test("Every pattern that is claimed has an excerpt and a test, and no other has")
  func claims() throws {
    let document = try PatternDocument()
    let claimed = Set(document.rows.filter { $0.support != "-" }.map(\.name))
    #expect(Set(document.excerpts.keys) == claimed)
    let files = try FileManager.default.contentsOfDirectory(
      at: PatternDocument.folder, includingPropertiesForKeys: nil)
    let tested = try files.filter { $0.pathExtension == "swift" }.flatMap { file in
      try String(contentsOf: file, encoding: .utf8)
        .matches(of: /@Test\("(WCP-[^"]+)"\)/).map { String($0.1) }
    }
    #expect(tested.count == Set(tested).count)
    #expect(Set(tested) == claimed)
  }
}
