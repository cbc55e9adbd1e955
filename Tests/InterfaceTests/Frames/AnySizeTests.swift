// Every page at every size: nothing traps, nothing stands over an edge, nothing foreign gets through.

import InterfaceTestKit
import Screen
import Testing

@testable import Interface

@Suite("Pages at any size")
struct AnySizeTests {
  /// The sizes at which a layout changes, and some between.
  static let sizes: [Size] = [
    (30, 8), (59, 15), (60, 14), (60, 15), (61, 19), (80, 20), (79, 33), (109, 34), (110, 16),
    (200, 15), (300, 100),
  ].map { Size(columns: $0, rows: $1) }

  @Test("every page is drawn whole at every size", arguments: Scene.all)
  func sizes(scene: Scene) throws {
    let robot = try scene.robot()
    for (index, size) in Self.sizes.enumerated() {
      try robot.resize(columns: size.columns, rows: size.rows)
      robot.isASCII = index % 2 == 1
      try FrameCheck(robot.frame).expectSound("\(scene) at \(size)")
    }
  }

  @Test("every page grows and shrinks by any steps, with keys between", arguments: Scene.all)
  func steps(scene: Scene) throws {
    let robot = try scene.robot()
    var random = SizeSeed(
      UInt64(scene.page.hashValueOfName) &+ UInt64(scene.content.rawValue.count))
    let keys =
      scene.page == .edit ? ["Tab", "Down", "Enter", "S-Tab"] : ["j", "G", "Tab", "k", "l"]
    for step in 0..<8 {
      try robot.resize(columns: random.next(30...150), rows: random.next(8...50))
      try robot.press(keys[step % keys.count])
      try FrameCheck(robot.frame).expectSound("\(scene), step \(step)")
    }
  }
}

/// A few numbers that are the same in every run.
private struct SizeSeed {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(_ range: ClosedRange<Int>) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return range.lowerBound + Int(state % UInt64(range.count))
  }
}

extension PageKind {
  /// The same in every run, unlike a hash value.
  fileprivate var hashValueOfName: Int {
    rawValue.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
  }
}
