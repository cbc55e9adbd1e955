// Glyphs and themes: the small vocabularies of how things look.
import Testing

@testable import Screen

@Suite("Glyphs and themes")
struct StyleTests {
  @Test("every glyph's twin is ASCII and as wide")
  func twins() {
    let pairs = zip(Self.all(.unicode), Self.all(.ascii))
    for (glyph, twin) in pairs {
      #expect(twin.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
      #expect(twin.displayWidth == glyph.displayWidth)
      #expect(twin != "?" || glyph == "◇", "\(glyph)")
    }
    #expect(Set(Glyphs.ascii.sparks).count == 8)
  }

  private static func all(_ glyphs: Glyphs) -> [String] {
    [
      glyphs.selection, glyphs.dot, glyphs.circle, glyphs.play, glyphs.pause, glyphs.check,
      glyphs.cross, glyphs.up, glyphs.down, glyphs.left, glyphs.right, glyphs.diamond,
      glyphs.block, glyphs.ellipsis, glyphs.dash, glyphs.middleDot, glyphs.breadcrumb,
      glyphs.enter, glyphs.times, glyphs.skipped, glyphs.bar, glyphs.rule, glyphs.arrowRight,
      glyphs.arrowLeft, glyphs.flip, glyphs.more, glyphs.gap,
    ] + glyphs.sparks
      + [glyphs.single, glyphs.double].flatMap { box in
        [
          box.topLeft, box.topRight, box.bottomLeft, box.bottomRight, box.horizontal, box.vertical,
          box.teeLeft, box.teeRight, box.teeDown, box.teeUp, box.cross,
        ]
      }
  }

  @Test("the twin of any text has its width")
  func twinOfText() {
    let text = "Łódź 漢字 – 12 × “€”"
    #expect(Glyphs.ascii.twin(of: text).displayWidth == text.displayWidth)
    #expect(Glyphs.ascii.twin(of: "Łódź") == "Lodz")
    #expect(Glyphs.unicode.twin(of: text) == text)
  }

  @Test("monochrome uses no colour", arguments: Style.Role.allCases)
  func monochrome(role: Style.Role) {
    let appearance = Theme.monochrome.appearance(of: Style(role, [.selected, .changed]))
    #expect(appearance.foreground == nil)
    #expect(appearance.background == nil)
  }

  @Test("the default theme keeps the terminal's own background", arguments: Style.Role.allCases)
  func background(role: Style.Role) {
    #expect(Theme.standard.appearance(of: Style(role)).background == nil)
  }

  @Test(
    "in every theme the selection and what changed look different", arguments: Theme.Name.allCases)
  func modifiers(name: Theme.Name) {
    let theme = Theme(name)
    for role in Style.Role.allCases {
      let plain = theme.appearance(of: Style(role))
      #expect(theme.appearance(of: Style(role).selected()) != plain)
      #expect(theme.appearance(of: Style(role).changed()).attributes.contains(.bold))
      #expect(theme.appearance(of: Style(role).underlined()).attributes.contains(.underlined))
      if let foreground = plain.foreground { #expect(foreground != plain.background) }
    }
  }
}
