// Frames as text files: compared, or recorded anew with COUNTERSIGN_RECORD=1.

import Foundation
import Screen
import Testing

@testable import Interface

/// Compares a state with the frame that was recorded for it.
func expectSnapshot(
  _ name: String, of state: InterfaceState, glyphs: Glyphs,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let frame = state.render(size: state.size, glyphs: glyphs)
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Snapshots")
  let file = folder.appendingPathComponent(
    "\(name)-\(state.size.columns)x\(state.size.rows)-\(glyphs.isASCII ? "ascii" : "utf8").txt")
  let text = frame.text + "\n"
  if ProcessInfo.processInfo.environment["COUNTERSIGN_RECORD"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return
  }
  let recorded = try? String(contentsOf: file, encoding: .utf8)
  #expect(text == recorded, "\(file.lastPathComponent)", sourceLocation: sourceLocation)
}
