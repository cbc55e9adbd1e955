// The file that an export becomes.

import Foundation
import Testing

@testable import Application

@Suite struct ExportFileTests {
  @Test("a file is for its owner alone, and is replaced only when that was asked for")
  func writing() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/export-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = ExportFile(path: folder + "/list.csv")
    #expect(
      try file.write("a\n", rows: 1, overwrites: false) == .written(path: file.path, rows: 1))
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(try file.write("b\n", rows: 1, overwrites: false) == .exists(path: file.path))
    #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "a\n")
    _ = try file.write("c\n", rows: 1, overwrites: true)
    #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "c\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["list.csv"])
    #expect(throws: (any Error).self) {
      try ExportFile(path: folder).write("a", rows: 1, overwrites: true)
    }
    #expect(throws: (any Error).self) {
      try ExportFile(path: folder + "/none/a.csv").write("a", rows: 1, overwrites: false)
    }
  }
}
