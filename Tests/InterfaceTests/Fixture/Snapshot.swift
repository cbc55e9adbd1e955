// Frames as text files: compared, or recorded anew with COUNTERSIGN_RECORD=1.

import Foundation
import Screen
import Testing

@testable import Interface

enum Snapshot {
  static let isRecording = ProcessInfo.processInfo.environment["COUNTERSIGN_RECORD"] == "1"

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Snapshots")

  /// Compares a text with the file of that name under the folder of snapshots.
  static func expect(
    _ text: String, in name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appendingPathComponent(name)
    if isRecording {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let recorded = try? String(contentsOf: file, encoding: .utf8)
    #expect(text == recorded, "\(name)", sourceLocation: sourceLocation)
  }
}

/// The sizes and glyphs in which a frame without its styles is compared.
enum SnapshotTests {
  struct Look: Sendable, CustomTestStringConvertible {
    let size: Size
    let glyphs: Glyphs

    var testDescription: String {
      "\(size.columns)x\(size.rows) \(glyphs.isASCII ? "ASCII" : "UTF-8")"
    }
  }

  static let looks = [(60, 15), (80, 24), (120, 40)].flatMap { columns, rows in
    [Glyphs.unicode, .ascii].map {
      Look(size: Size(columns: columns, rows: rows), glyphs: $0)
    }
  }
}

/// Compares a state with the frame that was recorded for it.
func expectSnapshot(
  _ name: String, of state: InterfaceState, glyphs: Glyphs,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let frame = state.render(size: state.size, glyphs: glyphs)
  let size = "\(state.size.columns)x\(state.size.rows)"
  try Snapshot.expect(
    frame.text + "\n", in: "\(name)-\(size)-\(glyphs.isASCII ? "ascii" : "utf8").txt",
    sourceLocation: sourceLocation)
}
