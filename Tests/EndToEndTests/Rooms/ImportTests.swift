// Imports point down only (DESIGN 1), read from the sources.

import Foundation
import Testing

@Suite("The rooms")
struct ImportTests {
  /// What each room may import of the package; C targets and Resources are of no room's concern.
  private static let allowed: [String: Set<String>] = [
    "Workflow": [],
    "WorkflowRuntime": ["Workflow"],
    "ApplicationRuntime": ["WorkflowRuntime", "Workflow"],
    "CSQLite": [],
    "SQLiteStore": ["CSQLite", "ApplicationRuntime", "WorkflowRuntime", "Workflow"],
    "MemoryStore": ["ApplicationRuntime", "WorkflowRuntime", "Workflow"],
    "StoreContract": ["ApplicationRuntime", "WorkflowRuntime", "Workflow"],
    "Expenses": ["ApplicationRuntime", "WorkflowRuntime", "Workflow"],
    "Screen": [],
    "Interface": ["Screen", "ApplicationRuntime", "WorkflowRuntime", "Workflow"],
    "CTerminal": [],
    "Terminal": ["Screen", "CTerminal"],
    "Application": [
      "Terminal", "Interface", "Screen", "Expenses", "SQLiteStore", "ApplicationRuntime",
      "WorkflowRuntime", "Workflow", "Resources",
    ],
    "InterfaceTestKit": [
      "Application", "Interface", "Screen", "MemoryStore", "ApplicationRuntime",
      "WorkflowRuntime", "Workflow", "Resources",
    ],
    "Benchmarks": ["Expenses", "SQLiteStore", "ApplicationRuntime", "WorkflowRuntime", "Workflow"],
    "countersign": [
      "Application", "Expenses", "ApplicationRuntime", "WorkflowRuntime", "Workflow",
    ],
  ]

  private static var sources: URL { Repository.root.appendingPathComponent("Sources") }

  @Test("imports point down only")
  func imports() throws {
    let rooms = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
    #expect(Set(rooms) == Set(Self.allowed.keys), "a room that this test does not know")
    let all = Set(Self.allowed.keys).union(["Resources"])
    for room in rooms {
      for (file, imported) in try Self.imports(of: room) where all.contains(imported) {
        #expect(
          Self.allowed[room]?.contains(imported) ?? false, "\(file) imports \(imported)")
      }
    }
  }

  @Test("only the C target sees curses, only the store sees its database")
  func outside() throws {
    for room in try FileManager.default.contentsOfDirectory(atPath: Self.sources.path) {
      for (file, imported) in try Self.imports(of: room) {
        if imported.hasPrefix("GRDB") { #expect(room == "SQLiteStore", "\(file)") }
        if imported == "CSQLite" { #expect(room == "SQLiteStore", "\(file)") }
        if imported == "CTerminal" { #expect(room == "Terminal", "\(file)") }
        if imported == "Yams" { #expect(room == "Workflow", "\(file)") }
        if imported == "ArgumentParser" { #expect(room == "Application", "\(file)") }
      }
    }
    let header = Self.sources.appendingPathComponent("CTerminal/include")
    for name in try FileManager.default.contentsOfDirectory(atPath: header.path) {
      let text = try String(
        contentsOf: header.appendingPathComponent(name), encoding: .utf8)
      #expect(!text.contains("#include <curses.h>"), "\(name)")
    }
  }

  /// Each import of a room, with its file.
  private static func imports(of room: String) throws -> [(file: String, module: String)] {
    let folder = sources.appendingPathComponent(room)
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return try (paths ?? []).filter { $0.hasSuffix(".swift") }.flatMap { path in
      let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      return text.split(separator: "\n").compactMap { line in
        imported(by: line).map { ("\(room)/\(path)", $0) }
      }
    }
  }

  /// `Workflow` for `@testable import struct Workflow.Day`.
  private static func imported(by line: Substring) -> String? {
    var words = line.split(separator: " ")[...]
    while let word = words.first, word.hasPrefix("@") || word == "public" || word == "package" {
      words.removeFirst()
    }
    guard words.first == "import", let name = words.last else { return nil }
    return name.split(separator: ".").first.map(String.init)
  }
}
