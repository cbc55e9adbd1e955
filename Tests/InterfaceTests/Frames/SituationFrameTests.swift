// Dialogs, menus, help and whatever else lies over a page, as they are drawn.

import Foundation
import InterfaceTestKit
import Screen
import Testing

@testable import Interface

@Suite("Frames of situations")
struct SituationFrameTests {
  static let sizes = [(60, 15), (80, 24)].map { Size(columns: $0, rows: $1) }

  static func file(_ name: String, _ size: Size) -> String {
    "situations/\(name)-\(size.columns)x\(size.rows).txt"
  }

  @Test("dialogs, menus and what else lies over a page", arguments: Situation.all)
  func situations(situation: Situation) throws {
    for size in Self.sizes {
      let robot = try situation.robot(size: size)
      let sheet = FrameSheet(
        unicode: robot.interface.render(size: size, glyphs: .unicode),
        ascii: robot.interface.render(size: size, glyphs: .ascii))
      try Snapshot.expect(sheet.text, in: Self.file(situation.name, size))
    }
  }

  @Test("dialogs and menus fit any size, whole", arguments: Situation.all)
  func fitting(situation: Situation) throws {
    for (columns, rows) in [(30, 8), (60, 15), (75, 18), (300, 100)] {
      let robot = try situation.robot(size: Size(columns: columns, rows: rows))
      let name = "\(situation.name) at \(columns)x\(rows)"
      try FrameCheck(robot.frame).expectSound(name)
      if robot.interface.dialog != nil || robot.interface.overlay != nil {
        FrameCheck(robot.frame).expectClosedBox(name)
      }
      // A text that was written takes one more.
      for _ in 0..<3 where PageKind.overPages.contains(robot.interface.keyContext) {
        try robot.press("Esc")
      }
      #expect(robot.interface.overlay == nil && robot.interface.dialog == nil, "\(name)")
    }
  }

  @Test("no frame is kept of a situation that is not there any more")
  func kept() throws {
    let folder = Snapshot.folder.appendingPathComponent("situations")
    let kept = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    let names = Situation.all.map(\.name) + ["first-start", "first-start-path", "loading"]
    #expect(Set(names).count == names.count)
    let known = Set(names.flatMap { name in Self.sizes.map { Self.file(name, $0) } })
    for file in kept ?? [] where file.hasSuffix(".txt") {
      #expect(known.contains("situations/" + file), "\(file)")
    }
  }

  @Test("the first start")
  func firstStart() throws {
    for size in Self.sizes {
      var start = FirstStart(path: "/home/sam/.local/share/countersign/store.sqlite")
      for name in ["first-start", "first-start-path"] {
        let sheet = FrameSheet(
          unicode: start.render(size: size, glyphs: .unicode),
          ascii: start.render(size: size, glyphs: .ascii))
        try Snapshot.expect(sheet.text, in: Self.file(name, size))
        for character in "3/tmp/other.sqlite" { start.update(.key(.character(character))) }
      }
    }
  }

  @Test("what is on its way says so")
  func loading() throws {
    for size in Self.sizes {
      let robot = try Robot(.unstarted())
      try robot.take(.input(.resize(size)))
      let sheet = FrameSheet(
        unicode: robot.interface.render(size: size, glyphs: .unicode),
        ascii: robot.interface.render(size: size, glyphs: .ascii))
      try Snapshot.expect(sheet.text, in: Self.file("loading", size))
    }
  }

  @Test("below 60x15 one calm line stands for everything")
  func calm() throws {
    let robot = try Scene(page: .inbox, content: .typical)
      .robot(size: Size(columns: 59, rows: 15))
    let lines = robot.text.split(separator: "\n", omittingEmptySubsequences: true)
    #expect(lines.count == 1)
    #expect(lines.first?.contains("59 by 15") == true)
    for (columns, rows) in [(0, 0), (1, 1), (3, 200), (500, 2)] {
      try robot.resize(columns: columns, rows: rows)
      _ = robot.text
    }
  }
}
