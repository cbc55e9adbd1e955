// The manual page and the help: complete, and without a raw escape.

import Foundation
import Interface
import Testing

@testable import Application

struct ManualTests {
  private static func page() throws -> String {
    ManualPage(root: try .ofTheProgram(), actions: .standard).text
  }

  /// The page as a person reads it, without macros; what is left of roff would stand in it.
  private static func rendered(_ page: String) -> String {
    var lines: [String] = []
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      var text = String(line)
      if text.hasPrefix(".") {
        let words = text.split(separator: " ", maxSplits: 1)
        let macros = [".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".nf", ".fi", ".RS", ".RE"]
        #expect(macros.contains(String(words[0])), "\(line)")
        text = words.count > 1 ? String(words[1]) : ""
      }
      for (escape, meaning) in [
        ("\\-", "-"), ("\\(ha", "^"), ("\\(ti", "~"), ("\\(ga", "`"), ("\\(aq", "'"),
        ("\\(dq", "\""), ("\\&", ""), ("\\e", "\u{1}"),
      ] {
        text = text.replacing(escape, with: meaning)
      }
      while let start = text.range(of: "\\[u"),
        let end = text[start.upperBound...].firstIndex(of: "]"),
        let value = UInt32(text[start.upperBound..<end], radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        text.replaceSubrange(start.lowerBound...end, with: String(scalar))
      }
      lines.append(text)
    }
    return lines.joined(separator: "\n")
  }

  @Test("The manual page has every command, option, key and exit status")
  func complete() throws {
    let text = Self.rendered(try Self.page())
    let root = try CommandOutline.ofTheProgram()
    #expect(root.leaves.count > 70)
    for command in root.leaves {
      #expect(text.contains("\"" + command.path.joined(separator: " ")), "\(command.path)")
      for option in command.options {
        for name in option.names { #expect(text.contains(name), "\(command.path) \(name)") }
      }
    }
    for action in ActionTable.standard.actions {
      #expect(text.contains(action.name.rawValue) && text.contains(action.help))
    }
    for status in [0, 1, 2, 64, 65, 66, 69, 73, 75, 77, 130] {
      #expect(text.contains("\n\"\(status)\"\n"), "\(status)")
    }
  }

  @Test("The manual page has no raw escape")
  func escapes() throws {
    let text = Self.rendered(try Self.page())
    #expect(!text.contains("\\"))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\u{1}" })
  }

  @Test("The manual page that ships is the one of these commands")
  func shipped() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Resources/countersign.1")
    let shipped = try String(contentsOf: path, encoding: .utf8)
    #expect(
      shipped == (try Self.page()),
      "Make it anew: swift run countersign completions man > Resources/countersign.1")
  }

  @Test("Every command and own option has words; completions know every command")
  func described() throws {
    let root = try CommandOutline.ofTheProgram()
    let world = try World()
    for command in root.leaves {
      #expect(!command.abstract.isEmpty)
      for option in command.ownOptions {
        #expect(!option.help.isEmpty, "\(command.path) \(option.valueName)")
      }
    }
    for shell in ["bash", "zsh", "fish"] {
      let script = world.run("completions", shell).output
      for command in root.leaves {
        #expect(script.contains(command.path.last ?? "?"), "\(shell) \(command.path)")
      }
    }
  }

  @Test("The help of a command names the shared options in a few lines, that of the program all")
  func help() throws {
    let world = try World()
    let one = world.run("approve", "--help").output
    #expect(one.contains("--undo-window") && !one.contains("--undo-window <duration>"))
    #expect(one.split(separator: "\n").count < 20)
    let all = world.run("--help").output
    #expect(all.contains("--undo-window <duration>") && all.contains("--store <path>"))
  }
}
