// Drawings as pictures.

import Foundation
import Testing

@testable import Interface

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Diagrams as pictures")
struct DiagramPictureTests {
  @Test("The picture is well-formed, and everything in it lies within its frame")
  func wellFormed() throws {
    let diagram = Diagram(try DiagramSamples.figure(DiagramSamples.everyKind))
    #expect(XMLParser(data: Data(diagram.svg.utf8)).parse())
    let width = (diagram.size.columns + 2) * 8
    #expect(diagram.svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\""))
  }

  @Test("Every text of the drawing is in the picture, with its mark")
  func marks() {
    let svg = Diagram(DiagramSamples.underWay).svg
    #expect(svg.contains(#"<text class="title done""#))
    #expect(svg.contains(#"<path class="border skipped""#))
    for text in ["review-receipts", " management ", "check-tax", "○ checks (all)", "yes"] {
      #expect(svg.contains(">\(text)</text>"))
    }
  }
}
