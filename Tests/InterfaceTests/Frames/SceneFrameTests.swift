// Every page as it is drawn: with nothing, a little, much and bad things on it, at three sizes.

import Foundation
import InterfaceTestKit
import Screen
import Testing

@testable import Interface

@Suite("Frames of every page")
struct SceneFrameTests {
  static let sizes = [(60, 15), (80, 24), (120, 40)].map { Size(columns: $0, rows: $1) }

  static func file(_ scene: Scene, _ size: Size) -> String {
    "pages/\(scene.page.rawValue)/\(scene.content.rawValue)-\(size.columns)x\(size.rows).txt"
  }

  @Test("every page in UTF-8 and ASCII, in colour and without", arguments: Scene.all)
  func frames(scene: Scene) throws {
    for size in Self.sizes {
      let robot = try scene.robot(size: size)
      #expect(robot.interface.page.kind == scene.page)
      let sheet = FrameSheet(
        unicode: robot.interface.render(size: size, glyphs: .unicode),
        ascii: robot.interface.render(size: size, glyphs: .ascii))
      try Snapshot.expect(sheet.text, in: Self.file(scene, size))
    }
  }

  @Test("no frame is kept of a page that is not there any more")
  func kept() throws {
    let folder = Snapshot.folder.appendingPathComponent("pages")
    let kept = (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String })
    let known = Set(Scene.all.flatMap { scene in Self.sizes.map { Self.file(scene, $0) } })
    for file in kept ?? [] where file.hasSuffix(".txt") {
      #expect(known.contains("pages/" + file), "\(file)")
    }
  }

  @Test("what each style looks like in each theme")
  func themes() throws {
    var lines: [String] = []
    for role in Style.Role.allCases {
      for modifiers in [Style.Modifiers(), .selected, .changed] {
        let style = Style(role, modifiers)
        for name in Theme.Name.allCases {
          let look = Theme(name).appearance(of: style).words
          lines.append("\(style.name), \(name.rawValue): \(look)")
        }
      }
    }
    try Snapshot.expect(lines.joined(separator: "\n") + "\n", in: "themes.txt")
  }

  @Test("in no theme does a selected row look as the others do", arguments: Theme.Name.allCases)
  func selection(theme: Theme.Name) {
    for role in Style.Role.allCases {
      let theme = Theme(theme)
      let plain = theme.appearance(of: Style(role))
      #expect(theme.appearance(of: Style(role).selected()) != plain, "\(role)")
    }
  }
}
